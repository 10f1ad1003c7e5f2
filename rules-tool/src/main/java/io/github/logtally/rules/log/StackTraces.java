package io.github.logtally.rules.log;

import io.github.logtally.spi.LoggedThrowable;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Stack traces as the frameworks write them: {@code com.acme.Failure: text}, lines of frames, and {@code Caused by:}; or the
 * root cause first and {@code Wrapped by:}.
 */
public final class StackTraces {
    private static final byte[] FRAME = bytes("at ");
    private static final byte[] OMITTED = bytes("... ");
    private static final byte[] SUPPRESSED = bytes("Suppressed: ");
    private static final byte[] CAUSED = bytes("Caused by: ");
    private static final byte[] WRAPPED = bytes("Wrapped by: ");

    private StackTraces() {}

    /**
     * Where in the lines from {@code from} on a stack trace begins that goes on to the end; {@code to} where there is none.
     *
     * @param from the start of a line
     */
    public static int find(byte[] bytes, int from, int to) {
        int before = -1;
        int line = from;
        while (line < to) {
            int end = endOfLine(bytes, line, to);
            if (isInner(bytes, line, end)) {
                return before >= 0 ? headerBefore(bytes, from, before, line) : line;
            }
            if (isHeader(bytes, line, end) && namesThrowable(bytes, line, end) && end >= to) {
                return line;
            }
            before = line;
            line = end + 1;
        }
        return to;
    }

    /** The header of the frames at {@code frames}: the last line before them that is one; a message may have several lines. */
    private static int headerBefore(byte[] bytes, int from, int lastLine, int frames) {
        int header = -1;
        for (int line = from; line < frames; line = endOfLine(bytes, line, frames) + 1) {
            if (isHeader(bytes, line, endOfLine(bytes, line, frames))) {
                header = line;
                if (namesThrowable(bytes, line, endOfLine(bytes, line, frames))) {
                    break;
                }
            }
        }
        return header >= 0 ? header : lastLine;
    }

    /** The throwable of the stack trace between two places, or null where there is none. */
    public static @Nullable LoggedThrowable read(byte[] bytes, int from, int to) {
        List<String> chain = new ArrayList<>();
        boolean rootFirst = false;
        for (int line = from; line < to; line = endOfLine(bytes, line, to) + 1) {
            int end = endOfLine(bytes, line, to);
            int name = line;
            if (line > from) {
                boolean wrapped = startsWith(bytes, line, end, WRAPPED);
                if (!wrapped && !startsWith(bytes, line, end, CAUSED)) {
                    continue;
                }
                rootFirst |= wrapped;
                name = line + (wrapped ? WRAPPED.length : CAUSED.length);
            }
            int nameEnd = endOfName(bytes, name, end);
            if (nameEnd > name) {
                chain.add(new String(bytes, name, nameEnd - name, StandardCharsets.UTF_8));
            }
        }
        LoggedThrowable thrown = null;
        for (int i = 0; i < chain.size(); i++) {
            String name = chain.get(rootFirst ? i : chain.size() - 1 - i);
            thrown = new LoggedThrowable(name, KnownSuperclasses.of(name), thrown);
        }
        return thrown;
    }

    /** A throwable of which only the class is known. */
    public static LoggedThrowable named(String className) {
        return new LoggedThrowable(className, KnownSuperclasses.of(className), null);
    }

    /** Whether all superclasses of a class of this name are known: those of the JDK's. */
    public static boolean knowsSuperclasses(String className) {
        return KnownSuperclasses.isKnown(className);
    }

    /** Whether a line can only be a part of a stack trace that is not its first line. */
    public static boolean isInner(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to && (bytes[at] == ' ' || bytes[at] == '\t')) {
            at++;
        }
        if (at == from) {
            return startsWith(bytes, at, to, CAUSED) || startsWith(bytes, at, to, WRAPPED);
        }
        return isFrame(bytes, at, to)
                || startsWith(bytes, at, to, OMITTED)
                || startsWith(bytes, at, to, SUPPRESSED)
                || startsWith(bytes, at, to, CAUSED);
    }

    /** {@code at} and a method, which has no space in it up to its parenthesis. */
    private static boolean isFrame(byte[] bytes, int from, int to) {
        if (!startsWith(bytes, from, to, FRAME)) {
            return false;
        }
        int at = from + FRAME.length;
        while (at < to && bytes[at] != ' ' && bytes[at] != '(') {
            at++;
        }
        return at < to && bytes[at] == '(';
    }

    /** Whether a line begins with a class name, alone or followed by a colon. */
    static boolean isHeader(byte[] bytes, int from, int to) {
        int end = endOfName(bytes, from, to);
        return end > from && (end == to || bytes[end] == ':' || bytes[end] == '\r');
    }

    /** Whether the class name at the beginning of a line is that of a throwable by the usual endings, and in a package. */
    private static boolean namesThrowable(byte[] bytes, int from, int to) {
        String name = new String(bytes, from, endOfName(bytes, from, to) - from, StandardCharsets.UTF_8);
        return name.indexOf('.') > 0
                && (name.endsWith("Exception") || name.endsWith("Error") || name.endsWith("Throwable"));
    }

    private static int endOfName(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to && isNameByte(bytes[at])) {
            at++;
        }
        return at;
    }

    private static boolean isNameByte(byte b) {
        return (b >= 'a' && b <= 'z')
                || (b >= 'A' && b <= 'Z')
                || (b >= '0' && b <= '9')
                || b == '.'
                || b == '$'
                || b == '_'
                || b == '/'
                || b < 0;
    }

    private static boolean startsWith(byte[] bytes, int from, int to, byte[] start) {
        if (to - from < start.length) {
            return false;
        }
        for (int i = 0; i < start.length; i++) {
            if (bytes[from + i] != start[i]) {
                return false;
            }
        }
        return true;
    }

    private static int endOfLine(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to && bytes[at] != '\n') {
            at++;
        }
        return at;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
