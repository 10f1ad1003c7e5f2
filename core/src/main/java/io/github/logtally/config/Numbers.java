package io.github.logtally.config;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads numbers of settings: whole ones within bounds, and plain decimal ones. */
final class Numbers {
    private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,18}");
    private static final Pattern DECIMAL = Pattern.compile("[+-]?(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:[eE][+-]?[0-9]+)?");

    private Numbers() {}

    /** A reader of whole numbers from {@code min} to {@code max}. */
    static Settings.Reader<Integer> from(int min, int max) {
        return text -> {
            Settings.requireText(text);
            long number = WHOLE.matcher(text).matches() ? Long.parseLong(text) : Long.MIN_VALUE;
            if (number < min || number > max) {
                throw new Mistake(Words.quote(text) + " is not allowed"
                        + Words.didYouMean(withoutSeparators(text, min, max)) + " Write a whole number from " + min
                        + " to " + max + ", digits only.");
            }
            return (int) number;
        };
    }

    /** The number meant by {@code 100,000} or {@code 100_000}, or null. */
    private static @Nullable String withoutSeparators(String text, int min, int max) {
        String digits = text.replaceAll("[,_' ]", "");
        if (digits.equals(text) || !WHOLE.matcher(digits).matches()) {
            return null;
        }
        long number = Long.parseLong(digits);
        return number < min || number > max ? null : digits;
    }

    /** A finite number without a unit. */
    static double decimal(String text) throws Mistake {
        if (!DECIMAL.matcher(text).matches()) {
            throw new Mistake(Words.quote(text) + " is no plain number such as 0.25, 10 or 1e3.");
        }
        double number = Double.parseDouble(text);
        if (Double.isInfinite(number)) {
            throw new Mistake(Words.quote(text) + " is too large a number.");
        }
        return number + 0.0;
    }

    /** {@code true} or {@code false}. */
    static boolean truth(String text) throws Mistake {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new Mistake(Words.quote(text) + " is neither 'true' nor 'false'.");
        };
    }
}
