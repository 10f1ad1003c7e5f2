package io.github.logtally.spi;

import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Takes the arguments of one event, one after the other, within {@link EventReader#arguments}. Copies what the rules read
 * and keeps nothing.
 */
@ProviderType
public interface ArgumentConsumer {
    /**
     * Takes an argument.
     *
     * @param index its place among the arguments: it fills the hole of this place, where the template has one
     * @param argument what was passed, or null
     */
    void argument(int index, @Nullable Object argument);

    /**
     * Takes a hole that no argument of the event fills although the event counts one: it reads as it is written.
     *
     * @param index its place among the holes
     */
    void unfilled(int index);

    /**
     * An array of one element for the reader's own use during the call; cleared afterwards.
     *
     * @return the array, its element null
     */
    @Nullable
    Object[] scratch();
}
