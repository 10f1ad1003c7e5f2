package io.github.logtally.rules.log;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * One event of a log: where in the bytes that were read it lies, and where its parts are. Nothing is decoded before somebody
 * asks for it. Reused; good until the next event is read. Confined to one thread.
 */
public final class LogEvent {
    /** The part that names the logger. */
    public static final int LOGGER = 0;

    /** The part that names the thread. */
    public static final int THREAD = 1;

    /** The part that names the marker. */
    public static final int MARKER = 2;

    /** The part that has the whole MDC. */
    public static final int MDC = 3;

    /** The part that has the key-value pairs. */
    public static final int FIELDS = 4;

    /** The first of the parts to which a format gives their meaning. */
    public static final int FIRST_OWN = 5;

    private static final int PARTS = 64;
    private static final String NO_LEVEL = "";

    // Mutable state: written by the reader and the format, positions within bytes

    private byte[] bytes = {};
    private long lineNumber;
    private int start;
    private int end;
    private int lines;
    private String level = NO_LEVEL;
    private int messageStart;
    private int messageEnd;
    private int traceStart;
    private int used;
    private final int[] partStarts = new int[PARTS];
    private final int[] partEnds = new int[PARTS];

    /** Begins with the first line of an event, of which nothing is known yet. */
    public void begin(byte[] buffer, int from, int to, long number) {
        if (bytes != buffer) {
            bytes = buffer;
        }
        start = from;
        end = to;
        lineNumber = number;
        lines = 1;
        level = NO_LEVEL;
        messageStart = from;
        messageEnd = to;
        traceStart = to;
        if (used > 0) {
            Arrays.fill(partEnds, 0, used, -1);
            used = 0;
        }
    }

    /** The bytes have moved, into this array, by so many places to its front. */
    void move(byte[] buffer, int by) {
        bytes = buffer;
        start -= by;
        end -= by;
        messageStart -= by;
        messageEnd -= by;
        traceStart -= by;
        for (int i = 0; i < used; i++) {
            if (partEnds[i] >= 0) {
                partStarts[i] -= by;
                partEnds[i] -= by;
            }
        }
    }

    /** One more line belongs to it. */
    void extend(int to) {
        end = to;
        messageEnd = to;
        traceStart = to;
        lines++;
    }

    /** Notes where a part is. */
    public void part(int part, int from, int to) {
        while (used <= part) {
            partEnds[used++] = -1;
        }
        partStarts[part] = from;
        partEnds[part] = to;
    }

    /** Notes the level. */
    public void level(String name) {
        level = name;
    }

    /** Notes where the message is, with all of its lines. */
    public void message(int from, int to) {
        messageStart = from;
        messageEnd = to;
    }

    /** Notes where the stack trace begins, which goes on to the end; the end where there is none. */
    public void trace(int from) {
        traceStart = from;
    }

    /** The bytes that the positions count in; not to be changed. */
    public byte[] bytes() {
        return bytes;
    }

    /** Where its first line begins. */
    public int start() {
        return start;
    }

    /** Where its last line ends. */
    public int end() {
        return end;
    }

    /** The number of its first line, from 1. */
    public long lineNumber() {
        return lineNumber;
    }

    /** How many lines it has. */
    public int lines() {
        return lines;
    }

    /** The level's name; empty where there is none. */
    public String level() {
        return level;
    }

    /** Where the message begins. */
    public int messageStart() {
        return messageStart;
    }

    /** Where the message ends. */
    public int messageEnd() {
        return messageEnd;
    }

    /** Where the stack trace begins; {@link #end} where there is none. */
    public int traceStart() {
        return traceStart;
    }

    /** Whether it has this part. */
    public boolean has(int part) {
        return part < used && partEnds[part] >= 0;
    }

    /** Where a part that there is begins. */
    public int partStart(int part) {
        return partStarts[part];
    }

    /** Where a part that there is ends. */
    public int partEnd(int part) {
        return partEnds[part];
    }

    /** The text of a part, or null where there is none. */
    public @Nullable String text(int part) {
        return has(part) ? text(partStarts[part], partEnds[part]) : null;
    }

    /** The text between two places. */
    public String text(int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.UTF_8);
    }
}
