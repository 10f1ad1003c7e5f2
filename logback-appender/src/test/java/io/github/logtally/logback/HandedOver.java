package io.github.logtally.logback;

import io.github.logtally.spi.ArgumentConsumer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keeps the arguments that a reader hands over. */
final class HandedOver implements ArgumentConsumer {
    final List<@Nullable Object> arguments = new ArrayList<>();
    final List<Integer> unfilled = new ArrayList<>();
    private final @Nullable Object[] scratch = new Object[1];

    @Override
    public void argument(int index, @Nullable Object argument) {
        if (index != arguments.size()) {
            throw new IllegalStateException("argument " + index + " after " + arguments);
        }
        arguments.add(argument);
    }

    @Override
    public void unfilled(int index) {
        unfilled.add(index);
    }

    @Override
    public @Nullable Object[] scratch() {
        return scratch;
    }
}
