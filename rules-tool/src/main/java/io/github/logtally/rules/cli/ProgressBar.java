package io.github.logtally.rules.cli;

import io.github.logtally.rules.report.Progress;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** How far the reading is, on one line of the terminal. */
final class ProgressBar implements Progress {
    private static final long INTERVAL_NANOS = TimeUnit.MILLISECONDS.toNanos(250);
    private static final int CHECK_MASK = (1 << 12) - 1;
    private static final int WIDTH = 30;
    private static final double MEGA = 1e6;

    private final LogInput input;
    private final PrintWriter err;
    private final LongSupplier nanoTime;
    private final long start;

    // Mutable state

    private int calls;
    private boolean isShown;
    private long next;

    /** A bar that says nothing about logs that are read in a moment, unless it is shown {@code atOnce}. */
    ProgressBar(LogInput input, PrintWriter err, LongSupplier nanoTime, boolean atOnce) {
        this.input = input;
        this.err = err;
        this.nanoTime = nanoTime;
        this.start = nanoTime.getAsLong();
        this.next = atOnce ? start : start + INTERVAL_NANOS;
    }

    /** Whether standard error is a terminal: told by Linux only, where the JVM itself tells it of standard output alone. */
    static boolean isTerminal() {
        Path stderr = Path.of("/proc/self/fd/2");
        try {
            String target = Files.readSymbolicLink(stderr).toString();
            return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
        } catch (IOException | RuntimeException noSuchThing) {
            return false;
        }
    }

    @Override
    public void lines(long lines) {
        if ((++calls & CHECK_MASK) != 0) {
            return;
        }
        long now = nanoTime.getAsLong();
        if (now - next >= 0) {
            next = now + INTERVAL_NANOS;
            isShown = true;
            err.print("\r" + text(lines, now));
            err.flush();
        }
    }

    private String text(long lines, long now) {
        double seconds = Math.max(1, now - start) / 1e9;
        String speed = String.format(
                Locale.ROOT,
                "%,d lines, %.1f MB/s, %.2f M lines/s ",
                lines,
                input.read() / MEGA / seconds,
                lines / MEGA / seconds);
        if (input.size() <= 0) {
            return speed;
        }
        double part = Math.min(1, (double) input.read() / input.size());
        int done = (int) Math.round(part * WIDTH);
        return String.format(
                Locale.ROOT, "[%s%s] %3.0f %%  %s", "#".repeat(done), ".".repeat(WIDTH - done), part * 100, speed);
    }

    /** Clears the line. */
    void end() {
        if (isShown) {
            err.print("\r\u001B[2K");
            err.flush();
        }
    }
}
