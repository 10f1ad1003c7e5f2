package io.github.logtally.rules.layout;

import io.github.logtally.rules.log.LogEvent;
import io.github.logtally.rules.log.LogLevels;
import io.github.logtally.rules.log.OwnLevels;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads one part of a line, from where the part before has ended. Immutable. */
interface Step {
    /** What comes of a part that does not fit. */
    int NO = -1;

    /** Where the part ends that begins at {@code at}, its place noted in the event; or {@link #NO}. */
    int read(byte[] bytes, int at, int to, LogEvent event);

    /** What is looked for, in words. */
    String describe();

    /** Text as it stands. */
    final class Text implements Step {
        private final byte[] text;

        Text(String text) {
            this.text = text.getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public int read(byte[] bytes, int at, int to, LogEvent event) {
            int end = at + text.length;
            if (end > to) {
                return NO;
            }
            for (int i = 0; i < text.length; i++) {
                if (bytes[at + i] != text[i]) {
                    return NO;
                }
            }
            return end;
        }

        @Override
        public String describe() {
            return "'" + new String(text, StandardCharsets.UTF_8) + "'";
        }
    }

    /** A date. */
    record Date(DateShape shape, String format) implements Step {
        @Override
        public int read(byte[] bytes, int at, int to, LogEvent event) {
            return shape.end(bytes, at, to);
        }

        @Override
        public String describe() {
            return "a date" + (format.isEmpty() ? "" : " '" + format + "'");
        }
    }

    /**
     * A level, padded to so many characters.
     *
     * @param own where levels of the application's own are found; null where they could be words of any text
     */
    record Level(int min, @Nullable OwnLevels own) implements Step {
        @Override
        public int read(byte[] bytes, int at, int to, LogEvent event) {
            int from = at;
            while (from < to && bytes[from] == ' ') {
                from++;
            }
            int end = from;
            while (end < to && isLetter(bytes[end])) {
                end++;
            }
            String level = LogLevels.find(bytes, from, end);
            if (level == null && own != null) {
                while (end < to && (bytes[end] == '_' || isLetterOrDigit(bytes[end]))) {
                    end++;
                }
                level = own.find(bytes, from, end);
            }
            if (level == null) {
                return NO;
            }
            event.level(level);
            while (end < to && end - at < min && bytes[end] == ' ') {
                end++;
            }
            return end;
        }

        private static boolean isLetter(byte b) {
            return (b >= 'A' && b <= 'Z') || (b >= 'a' && b <= 'z');
        }

        private static boolean isLetterOrDigit(byte b) {
            return isLetter(b) || (b >= '0' && b <= '9');
        }

        @Override
        public String describe() {
            return "a level";
        }
    }

    /** A number, padded with spaces before it or behind it. */
    record Digits(int min) implements Step {
        @Override
        public int read(byte[] bytes, int at, int to, LogEvent event) {
            int from = at;
            while (from < to && bytes[from] == ' ') {
                from++;
            }
            int end = from;
            while (end < to && (bytes[end] >= '0' && bytes[end] <= '9')) {
                end++;
            }
            // Where a number is not known the frameworks write a sign or nothing
            while (end < to && end - at < min && bytes[end] == ' ') {
                end++;
            }
            return end;
        }

        @Override
        public String describe() {
            return "a number";
        }
    }

    /** Text of an exact number of characters. */
    record Fixed(int part, int width) implements Step {
        @Override
        public int read(byte[] bytes, int at, int to, LogEvent event) {
            int end = at;
            for (int i = 0; i < width; i++) {
                if (end >= to) {
                    return NO;
                }
                end++;
                while (end < to && (bytes[end] & 0xC0) == 0x80) {
                    end++;
                }
            }
            trimmed(event, part, bytes, at, end);
            return end;
        }

        @Override
        public String describe() {
            return width + " characters";
        }
    }

    /** Text up to the text that follows. */
    final class Until implements Step {
        private final int part;
        private final int min;
        private final boolean word;
        private final byte @Nullable [] next;

        /**
         * A part that ends there.
         *
         * @param part where it is noted, negative for nowhere
         * @param word whether there is no space in it
         * @param next what follows; null for the end of the line, or of the word
         */
        Until(int part, int min, boolean word, @Nullable String next) {
            this.part = part;
            this.min = min;
            this.word = word;
            this.next = next == null ? null : next.getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public int read(byte[] bytes, int at, int to, LogEvent event) {
            int end = end(bytes, Math.min(at + min, to), to);
            if (end < 0) {
                return NO;
            }
            return trimmed(event, part, bytes, at, end) || !word ? end : NO;
        }

        /** Reads the part such that it ends later than {@code before}, where it ended the last time. */
        int readFurther(byte[] bytes, int at, int before, int to, LogEvent event) {
            if (next == null) {
                return NO;
            }
            int end = end(bytes, before + 1, to);
            return end >= 0 && (trimmed(event, part, bytes, at, end) || !word) ? end : NO;
        }

        private int end(byte[] bytes, int from, int to) {
            if (next == null) {
                int end = from;
                while (end < to && (!word || bytes[end] != ' ')) {
                    end++;
                }
                return end;
            }
            byte first = next[0];
            for (int i = from; i <= to - next.length; i++) {
                if (bytes[i] == first && startsWith(bytes, i, next)) {
                    return i;
                }
            }
            return NO;
        }

        private static boolean startsWith(byte[] bytes, int at, byte[] text) {
            for (int i = 1; i < text.length; i++) {
                if (bytes[at + i] != text[i]) {
                    return false;
                }
            }
            return true;
        }

        @Override
        public String describe() {
            return next == null ? "text" : "text and '" + new String(next, StandardCharsets.UTF_8) + "'";
        }
    }

    /** Spaces, or none. */
    record Spaces() implements Step {
        @Override
        public int read(byte[] bytes, int at, int to, LogEvent event) {
            int end = at;
            while (end < to && bytes[end] == ' ') {
                end++;
            }
            return end;
        }

        @Override
        public String describe() {
            return "spaces";
        }
    }

    /** Steps that all fit, or are left out. */
    record Maybe(List<Step> steps) implements Step {
        @Override
        public int read(byte[] bytes, int at, int to, LogEvent event) {
            int end = at;
            for (Step step : steps) {
                end = step.read(bytes, end, to, event);
                if (end < 0) {
                    return at;
                }
            }
            return end;
        }

        @Override
        public String describe() {
            return "something that may be left out";
        }
    }

    /** What {@link Part.Brackets} says. */
    record Brackets() implements Step {
        private static final int THREAD = 15;

        @Override
        public int read(byte[] bytes, int at, int to, LogEvent event) {
            int start = at;
            while (start < to && bytes[start] == '[') {
                int end = start;
                while (end < to && bytes[end] != ']') {
                    end++;
                }
                if (end - start - 1 == THREAD || end + 1 >= to || bytes[end + 1] != ' ') {
                    break;
                }
                start = end + 2;
            }
            return start;
        }

        @Override
        public String describe() {
            return "names in brackets";
        }
    }

    /** Notes a part without the spaces around it; whether there is no space within. */
    private static boolean trimmed(LogEvent event, int part, byte[] bytes, int from, int to) {
        int start = from;
        int end = to;
        while (start < end && bytes[start] == ' ') {
            start++;
        }
        while (end > start && bytes[end - 1] == ' ') {
            end--;
        }
        if (part >= 0) {
            event.part(part, start, end);
        }
        for (int i = start; i < end; i++) {
            if (bytes[i] == ' ') {
                return false;
            }
        }
        return true;
    }
}
