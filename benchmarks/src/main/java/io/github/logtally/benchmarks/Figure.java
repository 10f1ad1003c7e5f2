package io.github.logtally.benchmarks;

import java.util.Locale;

/** A figure of a whole-program run, as a line for the table. */
final class Figure {
    private Figure() {}

    static void print(String what, String subject, String unit, double value) {
        System.out.printf(Locale.ROOT, "RESULT\t%s\t%s\t%s\t%.4f%n", what, subject, unit, value);
    }
}
