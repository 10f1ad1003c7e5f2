package io.github.logtally.config;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads durations of settings: {@code 30s}, {@code 500 ms}, {@code 1.5h}, {@code PT5S}. */
final class DurationReader {
    /** The longest duration a setting can have. */
    static final Duration LONGEST = Duration.ofDays(36_500);

    private static final Pattern NUMBER_AND_UNIT = Pattern.compile("([0-9]{1,18}(?:\\.[0-9]{1,18})?)\\s*([^0-9.\\s]*)");
    private static final Pattern ISO = Pattern.compile("[+-]?[pP].*", Pattern.DOTALL);
    private static final String ALLOWED = "write a number with its unit (ns, us, ms, s, min, h, d), such as 30s";

    private DurationReader() {}

    /** A duration from 0 to {@link #LONGEST}. */
    static Duration read(String text) throws Mistake {
        Settings.requireText(text);
        Duration duration = ISO.matcher(text).matches() ? iso(text) : numberAndUnit(text);
        if (duration.isNegative() || duration.compareTo(LONGEST) > 0) {
            throw new Mistake(Words.quote(text) + " is not allowed: a duration is 0 to " + LONGEST.toDays() + "d; "
                    + ALLOWED + ".");
        }
        return duration;
    }

    /** A duration longer than 0. */
    static Duration positive(String text) throws Mistake {
        Duration duration = read(text);
        if (duration.isZero()) {
            throw new Mistake(Words.quote(text) + " is not allowed: the duration must be longer than 0.");
        }
        return duration;
    }

    private static Duration iso(String text) throws Mistake {
        try {
            return Duration.parse(text);
        } catch (DateTimeParseException notIso) {
            throw new Mistake(Words.quote(text) + " is no duration: " + ALLOWED + " or PT30S.");
        }
    }

    private static Duration numberAndUnit(String text) throws Mistake {
        Matcher matcher = NUMBER_AND_UNIT.matcher(text);
        if (!matcher.matches()) {
            throw new Mistake(Words.quote(text) + " is no duration: " + ALLOWED + ".");
        }
        String symbol = matcher.group(2);
        if (symbol.isEmpty()) {
            throw new Mistake(
                    Words.quote(text) + " has no unit; did you mean '" + text + "s'? " + capitalized(ALLOWED) + ".");
        }
        Unit unit = Unit.ofSymbol(symbol, 0, symbol.length());
        if (unit == null || unit.dimension() != Unit.Dimension.TIME) {
            throw new Mistake(Words.quote(text) + " is no duration: " + Words.quote(symbol) + " is no unit of time"
                    + Words.didYouMean(nearestUnit(symbol)) + " " + capitalized(ALLOWED) + ".");
        }
        BigDecimal nanos = new BigDecimal(matcher.group(1)).multiply(BigDecimal.valueOf(nanosOf(unit)));
        BigDecimal longest = BigDecimal.valueOf(LONGEST.toNanos());
        return nanos.compareTo(longest) > 0
                ? LONGEST.plusNanos(1)
                : Duration.ofNanos(nanos.setScale(0, RoundingMode.HALF_UP).longValueExact());
    }

    private static long nanosOf(Unit unit) {
        return switch (unit) {
            case NANOSECONDS -> 1L;
            case MICROSECONDS -> 1_000L;
            case MILLISECONDS -> 1_000_000L;
            case MINUTES -> 60_000_000_000L;
            case HOURS -> 3_600_000_000_000L;
            case DAYS -> 86_400_000_000_000L;
            default -> 1_000_000_000L;
        };
    }

    /** The symbol of the unit that a user who wrote {@code symbol} probably meant, or null. */
    static @Nullable String nearestUnit(String symbol) {
        if (symbol.equals("m")) {
            return Unit.MINUTES.symbol();
        }
        String upper = symbol.toUpperCase(Locale.ROOT);
        for (Unit unit : Unit.values()) {
            boolean prefix = upper.length() >= 3 && unit.name().startsWith(upper);
            if (prefix || unit.symbol().equalsIgnoreCase(symbol)) {
                return unit.symbol();
            }
        }
        return upper.startsWith("MILLI") || upper.equals("MSEC") ? Unit.MILLISECONDS.symbol() : null;
    }

    private static String capitalized(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
