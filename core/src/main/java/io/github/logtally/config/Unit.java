package io.github.logtally.config;

import org.jspecify.annotations.Nullable;

/**
 * Units of values and the one division or multiplication that brings each to Prometheus' base unit (seconds, bytes,
 * ratio), such that 9 ms becomes 0.009 exactly as written.
 */
public enum Unit {
    NANOSECONDS("ns", Dimension.TIME, 1e9, true),
    MICROSECONDS("us", Dimension.TIME, 1e6, true),
    MILLISECONDS("ms", Dimension.TIME, 1e3, true),
    SECONDS("s", Dimension.TIME, 1, false),
    MINUTES("min", Dimension.TIME, 60, false),
    HOURS("h", Dimension.TIME, 3600, false),
    DAYS("d", Dimension.TIME, 86400, false),
    BYTES("B", Dimension.SIZE, 1, false),
    KILOBYTES("KB", Dimension.SIZE, 1e3, false),
    KIBIBYTES("KiB", Dimension.SIZE, 1024, false),
    MEGABYTES("MB", Dimension.SIZE, 1e6, false),
    MEBIBYTES("MiB", Dimension.SIZE, 1024 * 1024, false),
    GIGABYTES("GB", Dimension.SIZE, 1e9, false),
    GIBIBYTES("GiB", Dimension.SIZE, 1024 * 1024 * 1024, false),
    PERCENT("percent", Dimension.RATIO, 100, true);

    /** What a unit measures. */
    public enum Dimension {
        TIME,
        SIZE,
        RATIO
    }

    private final String symbol;
    private final Dimension dimension;
    private final double factor;
    private final boolean divides;

    Unit(String symbol, Dimension dimension, double factor, boolean divides) {
        this.symbol = symbol;
        this.dimension = dimension;
        this.factor = factor;
        this.divides = divides;
    }

    /** The symbol as a user writes it in {@code valueUnit}. */
    public String symbol() {
        return symbol;
    }

    /** What it measures. */
    public Dimension dimension() {
        return dimension;
    }

    /** {@code value} of this unit in the base unit. */
    public double toBase(double value) {
        return divides ? value / factor : value * factor;
    }

    /**
     * The unit a symbol names, or null. Beside {@link #symbol} these are known in the text of values: {@code µs} with
     * either sign for micro, {@code kB}, and {@code %}.
     */
    public static @Nullable Unit ofSymbol(CharSequence text, int start, int end) {
        int length = end - start;
        for (Unit unit : VALUES) {
            if (unit.symbol.length() == length && matches(unit.symbol, text, start)) {
                return unit;
            }
        }
        if (length == 2 && text.charAt(start + 1) == 's' && (text.charAt(start) == 'µ' || text.charAt(start) == 'μ')) {
            return MICROSECONDS;
        }
        if (length == 2 && text.charAt(start) == 'k' && text.charAt(start + 1) == 'B') {
            return KILOBYTES;
        }
        return length == 1 && text.charAt(start) == '%' ? PERCENT : null;
    }

    private static final Unit[] VALUES = values();

    private static boolean matches(String symbol, CharSequence text, int start) {
        for (int i = 0; i < symbol.length(); i++) {
            if (symbol.charAt(i) != text.charAt(start + i)) {
                return false;
            }
        }
        return true;
    }
}
