package io.github.logtally.prometheus;

/** A tracing library in an application that logs. */
interface Spans {
    /** The name of the logger that the application uses. */
    String logger();

    /** Does this in a span of its own, and gives the span's ids. */
    Ids inSpan(Runnable work);

    /** The ids of a span. */
    record Ids(String trace, String span) {}
}
