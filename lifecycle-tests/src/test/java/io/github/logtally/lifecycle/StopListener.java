package io.github.logtally.lifecycle;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggerContextListener;

/** Hears when Logback has stopped. */
final class StopListener implements LoggerContextListener {
    private final Runnable onStop;

    StopListener(Runnable onStop) {
        this.onStop = onStop;
    }

    @Override
    public boolean isResetResistant() {
        return true;
    }

    @Override
    public void onStart(LoggerContext context) {}

    @Override
    public void onReset(LoggerContext context) {}

    @Override
    public void onStop(LoggerContext context) {
        onStop.run();
    }

    @Override
    public void onLevelChange(Logger logger, Level level) {}
}
