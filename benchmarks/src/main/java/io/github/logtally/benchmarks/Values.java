package io.github.logtally.benchmarks;

import java.util.stream.IntStream;

/** Arguments of log statements, made beforehand. */
final class Values {
    static final String PATH = "/api/v1/orders";

    private static final String[] METHODS = {"GET", "POST", "PUT", "DELETE", "HEAD"};
    private static final Integer[] NUMBERS = IntStream.range(0, 20_000).boxed().toArray(Integer[]::new);

    private Values() {}

    static String method(int i) {
        return METHODS[i % METHODS.length];
    }

    static Integer millis(int i) {
        return NUMBERS[i & 255];
    }

    /** One of {@code different} status codes; with {@link #method} five times as many series. */
    static Integer status(int i, int different) {
        return NUMBERS[i / METHODS.length % different];
    }
}
