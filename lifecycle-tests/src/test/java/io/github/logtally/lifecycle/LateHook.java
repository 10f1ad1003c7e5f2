package io.github.logtally.lifecycle;

import ch.qos.logback.core.hook.ShutdownHookBase;

/** Stops Logback when Log4j has stopped. */
public final class LateHook extends ShutdownHookBase {
    @Override
    public void run() {
        Program.awaitLog4jStopped();
        stop();
    }
}
