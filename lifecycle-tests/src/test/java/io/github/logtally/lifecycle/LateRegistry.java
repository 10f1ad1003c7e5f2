package io.github.logtally.lifecycle;

import org.apache.logging.log4j.core.util.Cancellable;
import org.apache.logging.log4j.core.util.ShutdownCallbackRegistry;

/** Stops Log4j when Logback has stopped. */
public final class LateRegistry implements ShutdownCallbackRegistry {
    @Override
    public Cancellable addShutdownCallback(Runnable callback) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            Program.awaitLogbackStopped();
            callback.run();
        }));
        return new Cancellable() {
            @Override
            public void cancel() {}

            @Override
            public void run() {
                callback.run();
            }
        };
    }
}
