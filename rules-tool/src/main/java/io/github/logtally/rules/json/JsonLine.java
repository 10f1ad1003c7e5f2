package io.github.logtally.rules.json;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The members of one JSON object, those of objects within it too: where in the bytes their names and values are. Reused; nothing
 * is decoded before somebody asks for it. Confined to one thread.
 */
final class JsonLine {
    /** No member. */
    static final int NONE = -1;

    private static final int MAX_DEPTH = 64;
    private static final int FIRST_SIZE = 64;

    // Mutable state

    private byte[] bytes = {};
    private int at;
    private int to;
    private int count;
    private int[] parents = new int[FIRST_SIZE];
    private int[] nameStarts = new int[FIRST_SIZE];
    private int[] nameEnds = new int[FIRST_SIZE];
    private int[] valueStarts = new int[FIRST_SIZE];
    private int[] valueEnds = new int[FIRST_SIZE];

    /** Reads an object; whether it is one, whole and correct as far as that matters here. */
    boolean read(byte[] line, int from, int end) {
        bytes = line;
        at = from;
        to = end;
        count = 0;
        skipSpaces();
        if (at >= to || bytes[at] != '{' || !object(NONE, 0)) {
            return false;
        }
        skipSpaces();
        return at == to;
    }

    private boolean object(int parent, int depth) {
        at++;
        skipSpaces();
        if (at < to && bytes[at] == '}') {
            at++;
            return true;
        }
        while (at < to && bytes[at] == '"') {
            int nameStart = at + 1;
            if (!string()) {
                return false;
            }
            int member = add(parent, nameStart, at - 1);
            skipSpaces();
            if (at >= to || bytes[at] != ':') {
                return false;
            }
            at++;
            skipSpaces();
            valueStarts[member] = at;
            if (!value(member, depth)) {
                return false;
            }
            valueEnds[member] = at;
            skipSpaces();
            if (at >= to || bytes[at] != ',') {
                return closes('}');
            }
            at++;
            skipSpaces();
        }
        return false;
    }

    private boolean array(int depth) {
        at++;
        skipSpaces();
        if (at < to && bytes[at] == ']') {
            at++;
            return true;
        }
        while (at < to) {
            if (!value(NONE - 1, depth)) {
                return false;
            }
            skipSpaces();
            if (at >= to || bytes[at] != ',') {
                return closes(']');
            }
            at++;
            skipSpaces();
        }
        return false;
    }

    private boolean closes(char bracket) {
        boolean closed = at < to && bytes[at] == bracket;
        at++;
        return closed;
    }

    private boolean value(int member, int depth) {
        if (at >= to || depth > MAX_DEPTH) {
            return false;
        }
        return switch (bytes[at]) {
            case '"' -> string();
            case '{' -> object(member, depth + 1);
            case '[' -> array(depth + 1);
            default -> word();
        };
    }

    private boolean word() {
        int start = at;
        while (at < to && bytes[at] != ',' && bytes[at] != '}' && bytes[at] != ']' && bytes[at] > ' ') {
            at++;
        }
        return at > start;
    }

    private boolean string() {
        at++;
        while (at < to) {
            byte b = bytes[at++];
            if (b == '"') {
                return true;
            }
            if (b == '\\') {
                at++;
            }
        }
        return false;
    }

    private void skipSpaces() {
        while (at < to && bytes[at] <= ' ' && bytes[at] >= 0) {
            at++;
        }
    }

    private int add(int parent, int nameStart, int nameEnd) {
        if (count == parents.length) {
            parents = Arrays.copyOf(parents, count * 2);
            nameStarts = Arrays.copyOf(nameStarts, count * 2);
            nameEnds = Arrays.copyOf(nameEnds, count * 2);
            valueStarts = Arrays.copyOf(valueStarts, count * 2);
            valueEnds = Arrays.copyOf(valueEnds, count * 2);
        }
        parents[count] = parent;
        nameStarts[count] = nameStart;
        nameEnds[count] = nameEnd;
        return count++;
    }

    /** The member of this path, written as one name with dots or as objects within one another; or {@link #NONE}. */
    int find(Path path) {
        for (int i = 0; i < count; i++) {
            if (parents[i] == NONE && isName(i, path.whole)) {
                return i;
            }
        }
        return path.segments.length > 1 ? find(path.segments) : NONE;
    }

    private int find(byte[][] segments) {
        int parent = NONE;
        int member = NONE;
        for (byte[] segment : segments) {
            member = NONE;
            for (int i = parent + 1; i < count; i++) {
                if (parents[i] == parent && isName(i, segment)) {
                    member = i;
                    break;
                }
            }
            if (member == NONE) {
                return NONE;
            }
            parent = member;
        }
        return member;
    }

    private boolean isName(int member, byte[] name) {
        return Arrays.equals(bytes, nameStarts[member], nameEnds[member], name, 0, name.length);
    }

    /** Where the value begins, within its quotes if it is text. */
    int start(int member) {
        return isText(member) ? valueStarts[member] + 1 : valueStarts[member];
    }

    /** Where the value ends, within its quotes if it is text. */
    int end(int member) {
        return isText(member) ? valueEnds[member] - 1 : valueEnds[member];
    }

    /** Whether the value is text. */
    boolean isText(int member) {
        return bytes[valueStarts[member]] == '"';
    }

    /** The value: text, a number as Long or Double, a Boolean; objects and arrays as they are written; null for null. */
    @Nullable
    Object value(int member) {
        String written = new String(bytes, start(member), end(member) - start(member), StandardCharsets.UTF_8);
        if (isText(member)) {
            return JsonText.unescaped(written);
        }
        return switch (written) {
            case "null" -> null;
            case "true" -> true;
            case "false" -> false;
            default -> number(written);
        };
    }

    private static Object number(String written) {
        try {
            return Long.valueOf(written);
        } catch (NumberFormatException notWhole) {
            try {
                return Double.valueOf(written);
            } catch (NumberFormatException noNumber) {
                return written;
            }
        }
    }

    /** The name of a member: as it may be written, and what is between its dots. */
    static final class Path {
        private final byte[] whole;
        private final byte[][] segments;

        private Path(byte[] whole, byte[][] segments) {
            this.whole = whole;
            this.segments = segments;
        }

        static Path of(String name) {
            String[] segments = name.split("\\.", -1);
            byte[][] bytes = new byte[segments.length][];
            for (int i = 0; i < segments.length; i++) {
                bytes[i] = segments[i].getBytes(StandardCharsets.UTF_8);
            }
            return new Path(name.getBytes(StandardCharsets.UTF_8), bytes);
        }
    }
}
