package io.github.logtally.config;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/**
 * Reads the text of a value: a number such as {@code 250} or {@code 1e3}, with a unit such as {@code 1.5s},
 * {@code 250ms} or {@code 12 KiB}, or an ISO-8601 duration such as {@code PT0.25S}. Blanks around it are ignored.
 *
 * <p>Nothing is guessed: {@code 1,234} and {@code 0x10} are no numbers. Results are correctly rounded. An instance is
 * reused, belongs to one thread, and allocates nothing for numbers of up to 15 digits.
 */
public final class QuantityReader {
    /** What came of reading. */
    public enum Result {
        /** {@link #value()} has it. */
        OK,
        /** There was nothing but blanks. */
        MISSING,
        /** The text is no number. */
        NOT_A_NUMBER,
        /** The number is NaN, infinite, or beyond the range of a double. */
        NOT_FINITE,
        /** The unit in the text measures something else than the unit expected. */
        UNIT
    }

    private static final double[] POWERS_OF_TEN = {
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
        1e20, 1e21, 1e22
    };

    /** Any number of so many digits is exact as a double. */
    private static final int EXACT_DIGITS = 15;

    /** An exponent beyond this outweighs all digits that a text can hold; ten times it is still an int. */
    private static final int EXPONENT_BOUND = 100_000_000;

    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    /** Seconds whose nanoseconds are exact as a double. */
    private static final long EXACT_SECONDS = (1L << 53) / NANOS_PER_SECOND - 1;

    // Mutable state: of the call of read that runs, or ran last

    private double value;
    private int position;

    /**
     * Reads {@code text} from {@code start} to {@code end}.
     *
     * @param expected the unit of a number without one, or null; a unit in the text wins over it but must be of its
     *     dimension
     */
    public Result read(CharSequence text, int start, int end, @Nullable Unit expected) {
        while (start < end && text.charAt(start) <= ' ') {
            start++;
        }
        while (start < end && text.charAt(end - 1) <= ' ') {
            end--;
        }
        if (start == end) {
            return Result.MISSING;
        }
        boolean signed = text.charAt(start) == '-' || text.charAt(start) == '+';
        int unsigned = signed ? start + 1 : start;
        if (unsigned == end) {
            return Result.NOT_A_NUMBER;
        }
        char first = text.charAt(unsigned);
        if (first == 'P' || first == 'p') {
            return duration(text, start, end, expected);
        }
        if (!isDigit(first) && first != '.') {
            return isNotFinite(text, unsigned, end) ? Result.NOT_FINITE : Result.NOT_A_NUMBER;
        }
        if (!number(text, start, unsigned, end)) {
            return Result.NOT_A_NUMBER;
        }
        return withUnit(text, end, expected);
    }

    /** What the last {@link #read} that was {@link Result#OK} found, in the base unit of its unit. */
    public double value() {
        return value;
    }

    /** The seconds of a duration, rounded once where its nanoseconds are exact as a double. */
    public static double seconds(Duration duration) {
        long seconds = duration.getSeconds();
        return Math.abs(seconds) <= EXACT_SECONDS
                ? (double) (seconds * NANOS_PER_SECOND + duration.getNano()) / NANOS_PER_SECOND
                : seconds + (double) duration.getNano() / NANOS_PER_SECOND;
    }

    /** Reads sign, digits, fraction and exponent into {@link #value}, and leaves {@link #position} behind them. */
    private boolean number(CharSequence text, int start, int unsigned, int end) {
        long digits = 0;
        int significant = 0;
        int scale = 0;
        boolean any = false;
        boolean fraction = false;
        int at = unsigned;
        for (; at < end; at++) {
            char c = text.charAt(at);
            if (c == '.' && !fraction) {
                fraction = true;
            } else if (isDigit(c)) {
                any = true;
                if (significant > 0 || c != '0') {
                    significant++;
                }
                if (significant <= EXACT_DIGITS) {
                    digits = digits * 10 + (c - '0');
                }
                scale += fraction ? 1 : 0;
            } else {
                break;
            }
        }
        if (!any) {
            return false;
        }
        position = at;
        int exponent = exponent(text, end) - scale;
        if (significant <= EXACT_DIGITS && Math.abs(exponent) < POWERS_OF_TEN.length) {
            double exact = digits;
            value = exponent < 0 ? exact / POWERS_OF_TEN[-exponent] : exact * POWERS_OF_TEN[exponent];
            if (text.charAt(start) == '-') {
                value = -value;
            }
        } else {
            value = Double.parseDouble(text.subSequence(start, position).toString());
        }
        return true;
    }

    /** The exponent that begins at {@link #position}, which moves behind it; 0 where there is none. */
    private int exponent(CharSequence text, int end) {
        int at = position;
        if (at == end || (text.charAt(at) != 'e' && text.charAt(at) != 'E')) {
            return 0;
        }
        at++;
        boolean negative = at < end && text.charAt(at) == '-';
        if (negative || (at < end && text.charAt(at) == '+')) {
            at++;
        }
        int exponent = 0;
        int digits = at;
        for (; at < end && isDigit(text.charAt(at)); at++) {
            exponent = Math.min(EXPONENT_BOUND, exponent * 10 + (text.charAt(at) - '0'));
        }
        if (at == digits) {
            return 0;
        }
        position = at;
        return negative ? -exponent : exponent;
    }

    private Result withUnit(CharSequence text, int end, @Nullable Unit expected) {
        int at = position;
        while (at < end && text.charAt(at) <= ' ') {
            at++;
        }
        Unit unit = expected;
        if (at < end) {
            unit = Unit.ofSymbol(text, at, end);
            if (unit == null) {
                return Result.NOT_A_NUMBER;
            }
            if (expected != null && unit.dimension() != expected.dimension()) {
                return Result.UNIT;
            }
        }
        return finish(unit == null ? value : unit.toBase(value));
    }

    private Result duration(CharSequence text, int start, int end, @Nullable Unit expected) {
        char last = Character.toUpperCase(text.charAt(end - 1));
        boolean plausible = last == 'S' || last == 'M' || last == 'H' || last == 'D';
        if (!plausible || text.charAt(end - 2) > '9') {
            return Result.NOT_A_NUMBER;
        }
        Duration duration;
        try {
            duration = Duration.parse(text.subSequence(start, end));
        } catch (DateTimeParseException notIso) {
            return Result.NOT_A_NUMBER;
        }
        if (expected != null && expected.dimension() != Unit.Dimension.TIME) {
            return Result.UNIT;
        }
        return finish(seconds(duration));
    }

    /** Adding 0 makes a 0 of a negative 0. */
    private Result finish(double result) {
        value = result + 0.0;
        return Double.isFinite(result) ? Result.OK : Result.NOT_FINITE;
    }

    private static boolean isNotFinite(CharSequence text, int start, int end) {
        return is("nan", text, start, end) || is("inf", text, start, end) || is("infinity", text, start, end);
    }

    private static boolean is(String word, CharSequence text, int start, int end) {
        if (end - start != word.length()) {
            return false;
        }
        for (int i = 0; i < word.length(); i++) {
            if (Character.toLowerCase(text.charAt(start + i)) != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
