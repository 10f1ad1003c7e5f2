package io.github.logtally.benchmarks;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A counter as a user configures it; conditions that are not wanted are empty. */
record Rule(String name, String message, String contains, String labels, String maxSeries) {
    static final String REQUESTS = "bench_requests_total";

    static final String REQUEST_PATTERN = "Request {method} {path} took {ms} ms status {status}";

    /** Takes {@link Calls#request}, by its template. */
    static Rule request() {
        return request("");
    }

    /** The same with room for so many series. */
    static Rule request(String maxSeries) {
        return new Rule(REQUESTS, REQUEST_PATTERN, "", "method, status", maxSeries);
    }

    /** Takes {@link Calls#request} with GET, but only its text shows it. */
    static Rule getRequest() {
        return new Rule("bench_gets_total", "Request GET {path} took {ms} ms status {status}", "", "status", "");
    }

    /** Rules that have nothing to do with any event of {@link Calls}. */
    static List<Rule> strangers(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new Rule(
                        "bench_stranger" + i + "_total",
                        "Order " + i + " of {customer} placed in {ms} ms",
                        "",
                        "customer",
                        ""))
                .toList();
    }

    /** Rules that look for a word each in the text of every event. */
    static List<Rule> words(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new Rule("bench_word" + i + "_total", "", word(i), "", ""))
                .toList();
    }

    /** What rule {@code i} of {@link #words} looks for. */
    static String word(int i) {
        return "failure code " + (1000 + i) + ";";
    }

    static List<Rule> concat(List<Rule> some, Rule last) {
        return Stream.concat(some.stream(), Stream.of(last)).toList();
    }
}
