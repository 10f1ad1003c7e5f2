package io.github.logtally.benchmarks;

import java.io.IOException;
import java.nio.file.Path;

/** Turns the results in a directory into the tables of {@code docs/performance.md}. */
final class Summary {
    private Summary() {}

    public static void main(String[] arguments) throws IOException {
        Results results = Results.read(Path.of(arguments[0]));
        System.out.printf(
                "%s %s, %s, %d processors%n%n",
                System.getProperty("java.vm.name"),
                System.getProperty("java.runtime.version"),
                System.getProperty("os.arch"),
                Runtime.getRuntime().availableProcessors());
        new GoalTable(results).print();
        new FurtherTables(results).print();
    }
}
