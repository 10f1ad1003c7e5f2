package io.github.logtally.registry;

/** How a scrape waits for the worker. The engine's side implements it. */
@FunctionalInterface
public interface ScrapeGate {
    /**
     * Has the events that were accepted before the call counted, and then runs {@code action} under the turn. Waits for
     * a bounded time only; never throws, whatever {@code action} does.
     *
     * @return whether {@code action} ran to its end; if not, it does not run later
     */
    boolean exclusively(Runnable action);
}
