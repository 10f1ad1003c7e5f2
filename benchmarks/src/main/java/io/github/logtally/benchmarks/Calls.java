package io.github.logtally.benchmarks;

/** The log statements that are measured. Any thread. */
interface Calls extends AutoCloseable {
    /** A statement that no rule takes. */
    String CACHE_TEMPLATE = "Cache {} refreshed in {} ms";

    String REQUEST_TEMPLATE = "Request {} {} took {} ms status {}";

    /** The capacity of every buffer and queue. */
    int CAPACITY = 8192;

    void cacheRefreshed(String cache, Integer millis);

    void request(String method, String path, Integer millis, Integer status);

    /** A statement whose template says nothing of its text. */
    void text(String message);

    /** A statement that is its own template. */
    void plain(String message);

    /** Waits until what a peer's queue holds is worked off. */
    void awaitQuiet();

    @Override
    void close();
}
