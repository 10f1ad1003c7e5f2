package io.github.logtally.buffer;

/**
 * Keeps what lies before a {@link Stripe} in the heap off its cache lines, and off the line that is prefetched with
 * them. Only longs: a smaller field would leave a gap that the JVM fills with fields of the subclass.
 */
abstract class StripePadding {
    long l00, l01, l02, l03, l04, l05, l06, l07, l08, l09, l10, l11, l12, l13, l14, l15;
}
