package io.github.logtally.rules.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * How many different values there are, by their hashes: exactly as long as there are few, then by HyperLogLog (P. Flajolet et al.,
 * 2007) to within a few percent, in memory that does not grow. Keeps the first values as examples.
 */
final class DistinctValues {
    /** How many different values are counted exactly. */
    static final int EXACT = 1024;

    private static final int EXAMPLES = 3;
    private static final int TABLE = 2 * EXACT;
    private static final int BITS = 12;
    private static final int REGISTERS = 1 << BITS;
    private static final double BIAS = 0.7213 / (1 + 1.079 / REGISTERS);

    // Mutable state

    private final long[] table = new long[TABLE];
    private final List<String> examples = new ArrayList<>();
    private byte[] registers = {};
    private int exact;

    void add(int hash, Supplier<String> text) {
        long mixed = mix(hash);
        if (registers.length == 0) {
            int slot = (int) mixed & (TABLE - 1);
            while (table[slot] != 0) {
                if (table[slot] == mixed) {
                    return;
                }
                slot = (slot + 1) & (TABLE - 1);
            }
            table[slot] = mixed;
            exact++;
            if (examples.size() < EXAMPLES) {
                examples.add(text.get());
            }
            if (exact > EXACT) {
                estimateFromNowOn();
            }
        } else {
            register(mixed);
        }
    }

    private void estimateFromNowOn() {
        registers = new byte[REGISTERS];
        for (long each : table) {
            if (each != 0) {
                register(each);
            }
        }
    }

    private void register(long mixed) {
        int index = (int) (mixed >>> (Long.SIZE - BITS));
        int rank = Long.numberOfLeadingZeros((mixed << BITS) | (1L << (BITS - 1))) + 1;
        if (registers[index] < rank) {
            registers[index] = (byte) rank;
        }
    }

    /** Never 0, which stands for no value. */
    private static long mix(int hash) {
        long mixed = (hash + 0x9E3779B97F4A7C15L) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 31)) * 0x94D049BB133111EBL;
        mixed ^= mixed >>> 29;
        return mixed == 0 ? 1 : mixed;
    }

    boolean isExact() {
        return registers.length == 0;
    }

    long count() {
        if (isExact()) {
            return exact;
        }
        double sum = 0;
        int empty = 0;
        for (byte rank : registers) {
            sum += 1.0 / (1L << rank);
            empty += rank == 0 ? 1 : 0;
        }
        double estimate = BIAS * REGISTERS * REGISTERS / sum;
        boolean few = estimate <= 2.5 * REGISTERS && empty > 0;
        return Math.max(EXACT, Math.round(few ? REGISTERS * Math.log((double) REGISTERS / empty) : estimate));
    }

    /** The first values. */
    List<String> examples() {
        return examples;
    }
}
