package io.github.logtally.rules.log;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Reads a log as events, in memory that does not depend on its length. Lines in which no event begins go to the event before,
 * up to {@link #MAX_EVENT} bytes of it. An event is good until the next one is read. Confined to one thread.
 */
public final class LogReader {
    /** Told of lines that belong to no event, or to the wrong one. */
    @FunctionalInterface
    public interface Strays {
        /** A line that is no event, and goes on with none. */
        void stray(long lineNumber, byte[] bytes, int from, int to);

        /** A line that goes on with the event before, and begins as an event does. */
        default void doubtful(long lineNumber, byte[] bytes, int from, int to) {}
    }

    /** Bytes kept of one event, and of one line: stack traces fit many times. What is longer is cut. */
    static final int MAX_EVENT = 1 << 20;

    private static final int FIRST_SIZE = 1 << 17;
    private static final int MAX_SIZE = 4 * MAX_EVENT;

    private final InputStream in;
    private final LogFormat format;
    private final Strays strays;
    private final Colors colors = new Colors();

    // Mutable state: buffer[position, limit) is not looked at yet; pending lies before it

    private byte[] buffer = new byte[FIRST_SIZE];
    private int position;
    private int limit;
    private boolean ended;
    private boolean inCutLine;
    private boolean hasPending;
    private boolean pendingIsCut;
    private LogEvent pending = new LogEvent();
    private LogEvent candidate = new LogEvent();
    private long lines;
    private long joined;
    private long cut;

    /** Reads from a stream, which the caller closes. */
    public LogReader(InputStream in, LogFormat format, Strays strays) {
        this.in = in;
        this.format = format;
        this.strays = strays;
    }

    /** The next event, complete; null at the end of the log. */
    public @Nullable LogEvent next() throws IOException {
        while (true) {
            int end = Bytes.indexOf(buffer, position, limit, (byte) '\n');
            if (end < 0 && !ended && limit - position < MAX_EVENT) {
                fill();
                continue;
            }
            if (end < 0 && position == limit) {
                return last();
            }
            boolean whole = end >= 0 || ended;
            LogEvent finished = line(end < 0 ? limit : end, whole);
            if (finished != null) {
                return finished;
            }
        }
    }

    private @Nullable LogEvent last() {
        if (!hasPending) {
            return null;
        }
        hasPending = false;
        return completed(pending);
    }

    private @Nullable LogEvent completed(LogEvent event) {
        if (format.complete(event)) {
            return event;
        }
        strays.stray(event.lineNumber(), event.bytes(), event.start(), event.end());
        return null;
    }

    /** Takes the line that ends there; returns the event before it if one begins here. */
    private @Nullable LogEvent line(int end, boolean whole) {
        int from = position;
        int to = end > from && buffer[end - 1] == '\r' ? end - 1 : end;
        position = Math.min(end + (whole ? 1 : 0), limit);
        if (inCutLine) {
            inCutLine = !whole;
            return null;
        }
        if (!whole) {
            inCutLine = true;
            cut++;
        }
        lines++;
        candidate.begin(buffer, from, to, lines);
        if (format.begins(candidate, from, to)) {
            LogEvent before = pending;
            boolean wasPending = hasPending;
            pending = candidate;
            candidate = before;
            hasPending = true;
            pendingIsCut = !whole;
            return wasPending ? completed(before) : null;
        } else if (hasPending && format.joinsLines()) {
            if (format.beginsAlike(buffer, from, to)) {
                strays.doubtful(lines, buffer, from, to);
            }
            join(to, whole);
        } else {
            strays.stray(lines, buffer, from, to);
        }
        return null;
    }

    private void join(int to, boolean whole) {
        joined++;
        if (pendingIsCut || to - pending.start() > MAX_EVENT) {
            if (!pendingIsCut) {
                cut++;
            }
            pendingIsCut = true;
        } else {
            pending.extend(to);
            pendingIsCut = !whole;
        }
    }

    /** Reads more, behind what is kept: the pending event and what is not looked at yet. */
    private void fill() throws IOException {
        makeRoom();
        int read = in.read(buffer, limit, buffer.length - limit);
        if (read < 0) {
            ended = true;
        } else {
            limit = colors.strip(buffer, limit, limit + read);
        }
    }

    private void makeRoom() {
        int gone = hasPending ? pending.start() : position;
        int kept = hasPending ? pending.end() - gone : 0;
        int unread = limit - position;
        byte[] from = buffer;
        if (kept + unread > from.length / 2 && from.length < MAX_SIZE) {
            buffer = new byte[from.length * 2];
        }
        System.arraycopy(from, gone, buffer, 0, kept);
        if (hasPending) {
            pending.move(buffer, gone);
            if (position > gone + kept) {
                buffer[kept++] = '\n';
            }
        }
        System.arraycopy(from, position, buffer, kept, unread);
        position = kept;
        limit = kept + unread;
    }

    /** A line without the escape sequences that colour a terminal. */
    public static byte[] withoutColors(byte[] line) {
        return Arrays.copyOf(line, new Colors().strip(line, 0, line.length));
    }

    /** How many lines were read so far. */
    public long lines() {
        return lines;
    }

    /** How many of them went on with an event. */
    public long joined() {
        return joined;
    }

    /** How many lines or events were too long, and were cut. */
    public long cut() {
        return cut;
    }
}
