package io.github.logtally.benchmarks;

import java.io.IOException;
import java.nio.file.Path;

/** Turns the results in a directory into the tables of {@code docs/performance.md}. */
final class Summary {
    private Summary() {}

    public static void main(String[] arguments) throws IOException {
        Results results = Results.read(Path.of(arguments[0]));
        System.out.printf("Medians of up to %d rounds, in brackets the quartiles.%n%n", results.rounds());
        new GoalTable(results).print();
        new FurtherTables(results).print();
    }
}
