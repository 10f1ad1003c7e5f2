package io.github.logtally.config;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the {@code buckets} of a histogram and the {@code quantiles} of a summary. */
final class BucketReader {
    /** What a histogram has that says nothing of its buckets: the Prometheus client's own. */
    static final List<Double> DEFAULT_BUCKETS = List.of(0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0);

    private static final int MOST_BUCKETS = 200;
    private static final int MOST_QUANTILES = 50;
    private static final Pattern FUNCTION = Pattern.compile("([a-zA-Z]+)\\s*\\(([^()]*)\\)", Pattern.DOTALL);
    private static final List<String> FUNCTIONS = List.of("exponential", "linear");

    private BucketReader() {}

    /** Finite upper bounds, ascending, at least one. */
    static List<Double> buckets(String text) throws Mistake {
        Matcher function = FUNCTION.matcher(Settings.requireText(text));
        List<Double> bounds = function.matches() ? generated(function.group(1), function.group(2)) : listed(text);
        if (bounds.isEmpty() || bounds.size() > MOST_BUCKETS) {
            throw new Mistake(
                    bounds.size() + " buckets are not allowed: give 1 to " + MOST_BUCKETS + " finite upper bounds.");
        }
        for (int i = 1; i < bounds.size(); i++) {
            if (bounds.get(i) <= bounds.get(i - 1)) {
                throw new Mistake(
                        "the upper bounds must ascend: " + bounds.get(i) + " stands behind " + bounds.get(i - 1) + ".");
            }
        }
        return bounds;
    }

    private static List<Double> listed(String text) throws Mistake {
        List<String> items = ListReader.texts(text);
        List<Double> bounds = new ArrayList<>();
        for (String item : items) {
            boolean last = bounds.size() == items.size() - 1;
            if (!last || !isInfinity(item)) {
                bounds.add(bound(item));
            }
        }
        return bounds;
    }

    private static boolean isInfinity(String item) {
        String word = item.toLowerCase(Locale.ROOT);
        return word.equals("+inf") || word.equals("inf") || word.equals("infinity") || word.equals("+infinity");
    }

    private static double bound(String item) throws Mistake {
        try {
            return Numbers.decimal(item);
        } catch (Mistake mistake) {
            throw new Mistake(mistake.words() + " Write the upper bounds in ascending order, in the base unit"
                    + " (seconds, bytes), or exponential(start, factor, count) or linear(start, width, count).");
        }
    }

    private static List<Double> generated(String function, String arguments) throws Mistake {
        String name = function.toLowerCase(Locale.ROOT);
        if (!FUNCTIONS.contains(name)) {
            throw new Mistake(Words.quote(function) + " makes no buckets" + Words.didYouMean(function, FUNCTIONS)
                    + " Write exponential(start, factor, count) or linear(start, width, count).");
        }
        boolean exponential = name.equals("exponential");
        String usage = exponential ? "exponential(start, factor, count)" : "linear(start, width, count)";
        List<String> items = ListReader.texts(arguments);
        if (items.size() != 3) {
            throw new Mistake(items.size() + " numbers are not enough or too many: write " + usage + ".");
        }
        double start = Numbers.decimal(items.get(0));
        double step = Numbers.decimal(items.get(1));
        int count = Numbers.from(1, MOST_BUCKETS).read(items.get(2));
        if (exponential && (start <= 0 || step <= 1)) {
            throw new Mistake("in " + usage + " start must be greater than 0 and factor greater than 1.");
        }
        if (step <= 0) {
            throw new Mistake("in " + usage + " width must be greater than 0.");
        }
        return series(BigDecimal.valueOf(start), BigDecimal.valueOf(step), count, exponential);
    }

    /** Counted in decimals, so that a bound reads 0.3 and not 0.30000000000000004. */
    private static List<Double> series(BigDecimal start, BigDecimal step, int count, boolean exponential)
            throws Mistake {
        List<Double> bounds = new ArrayList<>();
        BigDecimal bound = start;
        for (int i = 0; i < count; i++) {
            double rounded = bound.doubleValue();
            if (Double.isInfinite(rounded)) {
                throw new Mistake("bucket " + (i + 1) + " of " + count + " is too large a number.");
            }
            bounds.add(rounded + 0.0);
            bound = exponential ? bound.multiply(step, MathContext.DECIMAL128) : bound.add(step);
        }
        return bounds;
    }

    /** Quantiles from 0 to 1, sorted. */
    static List<Double> quantiles(String text) throws Mistake {
        List<Double> quantiles = new ArrayList<>();
        for (String item : ListReader.texts(text)) {
            double quantile = Numbers.decimal(item);
            if (quantile < 0 || quantile > 1) {
                throw new Mistake(Words.quote(item) + " is no quantile: it is a number from 0 to 1"
                        + Words.didYouMean(
                                quantile > 1 && quantile < 100
                                        ? BigDecimal.valueOf(quantile)
                                                .movePointLeft(2)
                                                .stripTrailingZeros()
                                                .toPlainString()
                                        : null));
            }
            if (quantiles.contains(quantile)) {
                throw new Mistake("the quantile " + item + " is there twice.");
            }
            quantiles.add(quantile);
        }
        if (quantiles.size() > MOST_QUANTILES) {
            throw new Mistake(quantiles.size() + " quantiles are too many: " + MOST_QUANTILES + " are allowed.");
        }
        quantiles.sort(null);
        return quantiles;
    }
}
