package io.github.logtally.benchmarks;

/** Calls that log nothing: what a benchmark holds before it is set up. */
enum Idle implements Calls {
    CALLS;

    @Override
    public void cacheRefreshed(String cache, Integer millis) {}

    @Override
    public void request(String method, String path, Integer millis, Integer status) {}

    @Override
    public void text(String message) {}

    @Override
    public void plain(String message) {}

    @Override
    public void awaitQuiet() {}

    @Override
    public void close() {}
}
