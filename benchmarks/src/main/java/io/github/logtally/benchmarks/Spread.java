package io.github.logtally.benchmarks;

import java.util.List;
import java.util.Locale;

/** The median of the rounds and the quartiles around it; nothing where nothing was measured. */
record Spread(int rounds, double low, double median, double high) {
    static Spread of(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        return new Spread(sorted.size(), quantile(sorted, 0.25), quantile(sorted, 0.5), quantile(sorted, 0.75));
    }

    private static double quantile(List<Double> sorted, double quantile) {
        if (sorted.isEmpty()) {
            return Double.NaN;
        }
        double place = quantile * (sorted.size() - 1);
        int below = (int) place;
        int above = Math.min(below + 1, sorted.size() - 1);
        double from = sorted.get(below);
        double to = sorted.get(above);
        return from == to ? from : from + (place - below) * (to - from);
    }

    boolean isMeasured() {
        return rounds > 0;
    }

    /** The median, and the quartiles where there are any. */
    String text(String unit) {
        if (!isMeasured()) {
            return "-";
        }
        String spread = rounds > 1 && low != high ? " (" + number(low) + " to " + number(high) + ")" : "";
        return number(median) + spread + (unit.isEmpty() ? "" : " " + unit);
    }

    /** The median alone. */
    String medianText(String unit) {
        return isMeasured() ? number(median) + (unit.isEmpty() ? "" : " " + unit) : "-";
    }

    private static String number(double value) {
        if (Double.isInfinite(value)) {
            return "∞";
        }
        double size = Math.abs(value);
        if (size < 0.005) {
            return "0";
        }
        String format = size < 1 ? "%.2f" : size < 100 ? "%.1f" : "%,.0f";
        return String.format(Locale.ROOT, format, value);
    }
}
