package io.github.logtally.buffer;

/** The fields of a {@link Stripe} that threads write, between its paddings. */
abstract class StripeState extends StripePadding {

    // Mutable state. Volatile: written by every thread with compare-and-set

    /** The free slots, a stack: the number of its top and a tag that changes with every change. */
    volatile long free;

    /** Who holds the lock. */
    volatile long lock;

    /** Published slots that found the lock taken, a stack: the number of its top and how many they are. */
    volatile long inbox;

    // Mutable state. Plain: written by who holds the lock

    /** How many slots were put into the ring, ever. */
    long tail;

    /** How many slots have left the ring, ever. */
    long head;

    /** How many of those that left were taken by the consumer; the others were dropped. */
    long taken;

    /** How many of those that were put into the ring came through the inbox. */
    long adopted;

    // Mutable state. Rarely written, by any thread

    /** How often a logging thread found another one in its way lately; a hint, lost updates do not matter. */
    long collisions;

    /** How many slots were put into the inbox, ever. */
    volatile long posted;

    /** How many events found no slot, ever. */
    volatile long refused;
}
