package io.github.logtally.logback;

import io.github.logtally.spi.ArgumentConsumer;
import org.jspecify.annotations.Nullable;

/** Takes arguments and keeps nothing. */
final class Ignoring implements ArgumentConsumer {
    private final @Nullable Object[] scratch = new Object[1];

    @Override
    public void argument(int index, @Nullable Object argument) {}

    @Override
    public void unfilled(int index) {}

    @Override
    public @Nullable Object[] scratch() {
        return scratch;
    }
}
