package io.github.logtally;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The one thread that looks at rules files, apart from the worker because files can be slow. It exists while some appender
 * refreshes its rules, is a daemon, and survives whatever a look does. Any thread.
 */
final class RulesRefresher {
    private static final String THREAD_NAME = "logtally-rules";

    /** When to look again at a file that has just changed. */
    private static final long SETTLE_NANOS = TimeUnit.SECONDS.toNanos(1);

    private static final class Task {
        private final long period;
        private final BooleanSupplier look;
        private long due;

        Task(long period, BooleanSupplier look, long now) {
            this.period = period;
            this.look = look;
            this.due = now + period;
        }
    }

    private final LongSupplier nanoTime;
    private final boolean withThread;

    // Mutable state: under the monitor

    private final List<Task> tasks = new ArrayList<>();
    private @Nullable Thread thread;

    /**
     * A refresher without tasks.
     *
     * @param withThread whether it looks by itself, or only when {@link #lookWhereDue} is called
     */
    RulesRefresher(LongSupplier nanoTime, boolean withThread) {
        this.nanoTime = nanoTime;
        this.withThread = withThread;
    }

    /**
     * Has a look taken every so often from now on.
     *
     * @param look looks once; true: something has changed, look again soon
     * @return what ends it; a look that is on its way comes to its end
     */
    synchronized Runnable add(Duration period, BooleanSupplier look) {
        Task task = new Task(period.toNanos(), look, nanoTime.getAsLong());
        tasks.add(task);
        if (thread == null && withThread) {
            Thread starting = new Thread(null, this::run, THREAD_NAME, 0, false);
            starting.setDaemon(true);
            starting.setContextClassLoader(null);
            try {
                starting.start();
            } catch (Throwable e) {
                tasks.remove(task);
                throw e;
            }
            thread = starting;
        }
        notifyAll();
        return () -> remove(task);
    }

    private synchronized void remove(Task task) {
        tasks.remove(task);
        if (tasks.isEmpty()) {
            thread = null;
        }
        notifyAll();
    }

    /** Takes the looks that are due. */
    void lookWhereDue() {
        for (Task task : due()) {
            boolean again = false;
            try {
                again = task.look.getAsBoolean();
            } catch (RuntimeException | Error e) {
                // A look reports its failures itself; the others must not be lost for one that cannot
            }
            synchronized (this) {
                task.due = nanoTime.getAsLong() + (again ? Math.min(SETTLE_NANOS, task.period) : task.period);
            }
        }
    }

    private synchronized List<Task> due() {
        long now = nanoTime.getAsLong();
        return tasks.stream().filter(task -> now - task.due >= 0).toList();
    }

    private void run() {
        while (awaitDue()) {
            lookWhereDue();
        }
    }

    /** Waits until a look is due; false where this thread is not needed any more. */
    private synchronized boolean awaitDue() {
        while (thread == Thread.currentThread()) {
            long now = nanoTime.getAsLong();
            long wait = tasks.stream().mapToLong(task -> task.due - now).min().orElse(SETTLE_NANOS);
            if (wait <= 0) {
                return true;
            }
            try {
                TimeUnit.NANOSECONDS.timedWait(this, Math.max(wait, TimeUnit.MILLISECONDS.toNanos(1)));
            } catch (InterruptedException e) {
                // Whoever interrupts all threads there are does not mean that rules are to stay as they are
            }
        }
        return false;
    }
}
