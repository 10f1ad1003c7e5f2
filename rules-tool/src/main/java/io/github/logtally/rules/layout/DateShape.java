package io.github.logtally.rules.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What dates of one format look like: not which day it is, but where it ends. Digits where the format has numbers, letters
 * where it has words, the rest as it stands.
 */
final class DateShape {
    private static final String DEFAULT = "yyyy-MM-dd HH:mm:ss,SSS";

    /** The names that the frameworks have for formats. */
    private static final Map<String, String> NAMED = Map.ofEntries(
            Map.entry("DEFAULT", DEFAULT),
            Map.entry("DEFAULT_MICROS", "yyyy-MM-dd HH:mm:ss,nnnnnn"),
            Map.entry("DEFAULT_NANOS", "yyyy-MM-dd HH:mm:ss,nnnnnnnnn"),
            Map.entry("DEFAULT_PERIOD", "yyyy-MM-dd HH:mm:ss.SSS"),
            Map.entry("COMPACT", "yyyyMMddHHmmssSSS"),
            Map.entry("DATE", "dd MMM yyyy HH:mm:ss,SSS"),
            Map.entry("DATE_PERIOD", "dd MMM yyyy HH:mm:ss.SSS"),
            Map.entry("ABSOLUTE", "HH:mm:ss,SSS"),
            Map.entry("ABSOLUTE_MICROS", "HH:mm:ss,nnnnnn"),
            Map.entry("ABSOLUTE_NANOS", "HH:mm:ss,nnnnnnnnn"),
            Map.entry("ABSOLUTE_PERIOD", "HH:mm:ss.SSS"),
            // Logback has a space where Log4j has a T
            Map.entry("ISO8601", "yyyy-MM-dd~HH:mm:ss,SSS"),
            Map.entry("STRICT", "yyyy-MM-dd'T'HH:mm:ss,SSS"),
            Map.entry("ISO8601_BASIC", "yyyyMMdd'T'HHmmss,SSS"),
            Map.entry("ISO8601_BASIC_PERIOD", "yyyyMMdd'T'HHmmss.SSS"),
            Map.entry("ISO8601_PERIOD", "yyyy-MM-dd'T'HH:mm:ss.SSS"),
            Map.entry("ISO8601_PERIOD_MICROS", "yyyy-MM-dd'T'HH:mm:ss.nnnnnn"),
            Map.entry("ISO8601_OFFSET_DATE_TIME_HH", "yyyy-MM-dd'T'HH:mm:ss,SSSX"),
            Map.entry("ISO8601_OFFSET_DATE_TIME_HHMM", "yyyy-MM-dd'T'HH:mm:ss,SSSXX"),
            Map.entry("ISO8601_OFFSET_DATE_TIME_HHCMM", "yyyy-MM-dd'T'HH:mm:ss,SSSXXX"),
            Map.entry("US_MONTH_DAY_YEAR2_TIME", "dd/MM/yy HH:mm:ss.SSS"),
            Map.entry("US_MONTH_DAY_YEAR4_TIME", "dd/MM/yyyy HH:mm:ss.SSS"),
            Map.entry("UNIX", "S"),
            Map.entry("UNIX_MILLIS", "S"));

    private static final byte DIGIT = -1;
    private static final byte DIGITS = -2;
    private static final byte WORD = -3;
    private static final byte ZONE = -4;
    private static final byte SPACE_OR_T = -5;

    private final byte[] steps;

    private DateShape(byte[] steps) {
        this.steps = steps;
    }

    /** The shape of dates of this format; the default one for an empty text. */
    static DateShape of(String format) throws LayoutException {
        String named = format.trim();
        String dates = named.isEmpty() ? DEFAULT : NAMED.getOrDefault(named, named);
        // Logback writes a time zone behind the format
        int comma = dates.lastIndexOf(',');
        if (comma > 0 && comma + 2 < dates.length() && dates.charAt(comma + 1) == ' ') {
            dates = dates.substring(0, comma);
        }
        return new DateShape(steps(dates.replace("\"", ""), format));
    }

    private static byte[] steps(String dates, String format) throws LayoutException {
        List<Byte> steps = new ArrayList<>();
        int at = 0;
        while (at < dates.length()) {
            char c = dates.charAt(at);
            int end = at + 1;
            if (c == '\'') {
                end = dates.indexOf('\'', at + 1);
                if (end < 0) {
                    throw new LayoutException("'" + format + "': the quote is not closed");
                }
                String quoted = end == at + 1 ? "'" : dates.substring(at + 1, end);
                quoted.chars().forEach(each -> steps.add((byte) each));
                at = end + 1;
                continue;
            }
            while (end < dates.length() && dates.charAt(end) == c) {
                end++;
            }
            add(steps, c, end - at);
            at = end;
        }
        byte[] array = new byte[steps.size()];
        for (int i = 0; i < array.length; i++) {
            array[i] = steps.get(i);
        }
        return array;
    }

    private static void add(List<Byte> steps, char letter, int count) {
        boolean words = letter == 'a'
                || letter == 'G'
                || ((letter == 'M' || letter == 'L' || letter == 'e') && count > 2)
                || letter == 'E';
        if (letter == 'z' || letter == 'Z' || letter == 'X' || letter == 'x' || letter == 'O' || letter == 'V') {
            steps.add(ZONE);
        } else if (letter == '~') {
            steps.add(SPACE_OR_T);
        } else if (words) {
            steps.add(WORD);
        } else if (!Character.isLetter(letter)) {
            for (int i = 0; i < count; i++) {
                steps.add((byte) letter);
            }
        } else if (count == 1) {
            steps.add(DIGITS);
        } else {
            for (int i = 0; i < count; i++) {
                steps.add(DIGIT);
            }
        }
    }

    /** Where a date that begins at {@code from} ends, or -1 where none does. */
    int end(byte[] bytes, int from, int to) {
        int at = from;
        for (byte step : steps) {
            if (step >= 0) {
                if (at >= to || bytes[at] != step) {
                    return -1;
                }
                at++;
            } else if (step == DIGIT) {
                if (at >= to || !isDigit(bytes[at])) {
                    return -1;
                }
                at++;
            } else {
                int next = rare(step, bytes, at, to);
                if (next < 0) {
                    return -1;
                }
                at = next;
            }
        }
        return at;
    }

    private static int rare(byte step, byte[] bytes, int from, int to) {
        int at = from;
        switch (step) {
            case SPACE_OR_T -> {
                return at < to && (bytes[at] == ' ' || bytes[at] == 'T') ? at + 1 : -1;
            }
            case DIGITS -> {
                while (at < to && isDigit(bytes[at])) {
                    at++;
                }
            }
            case WORD -> {
                while (at < to && (isLetter(bytes[at]) || bytes[at] == '.' || bytes[at] < 0)) {
                    at++;
                }
            }
            default -> {
                while (at < to && isZoneByte(bytes[at])) {
                    at++;
                }
            }
        }
        return at > from ? at : -1;
    }

    private static boolean isZoneByte(byte b) {
        return isLetter(b) || isDigit(b) || b == '+' || b == '-' || b == ':' || b == '/' || b == '_';
    }

    private static boolean isLetter(byte b) {
        return (b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z');
    }

    private static boolean isDigit(byte b) {
        return b >= '0' && b <= '9';
    }
}
