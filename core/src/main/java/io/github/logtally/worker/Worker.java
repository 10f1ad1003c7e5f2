package io.github.logtally.worker;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The one thread that drains the buffers of all appenders, and the turn.
 *
 * <p>The turn is a fair lock that guards all series, families and accounts. The thread takes it for a batch at a time;
 * a scrape, a flush or a stop takes it to finish what waits itself, without waiting for the thread to wake up. Logging
 * threads never take it.
 *
 * <p>The thread sleeps by the clock, longer the less there is to do ({@link Backoff}),
 * because waking a parked thread costs the logging thread more than everything else; only a buffer past half full wakes it.
 * It exists while there are pipelines, is a daemon, and survives whatever an event does.
 */
public final class Worker {
    private static final long CLEANUP_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final String THREAD_NAME = "logtally-worker";

    /** Nanoseconds that a pipeline is drained for after it retired. */
    static final long LINGER_NANOS = TimeUnit.SECONDS.toNanos(1);

    private record Retired(Pipeline<?> pipeline, Runnable onGone, long since) {}

    private final LongSupplier nanoTime;
    private final Runnable beforeBatch;
    private final ReentrantLock turn = new ReentrantLock(true);
    private final List<Pipeline<?>> pipelines = new CopyOnWriteArrayList<>();
    private final List<Retired> retired = new ArrayList<>();
    private final Queue<Runnable> postponed = new ConcurrentLinkedQueue<>();

    // Mutable state: thread is written under the monitor, read by wakers; the rest belongs to the thread

    private volatile @Nullable Thread thread;
    private final Backoff backoff = new Backoff();
    private long lastCleanup;

    /**
     * A worker whose thread starts with the first pipeline.
     *
     * @param beforeBatch called under the turn before batches, and at least some times a second while there are pipelines
     */
    public Worker(LongSupplier nanoTime, Runnable beforeBatch) {
        this.nanoTime = nanoTime;
        this.beforeBatch = beforeBatch;
        this.lastCleanup = nanoTime.getAsLong();
    }

    /** Drains this pipeline from now on. */
    public synchronized void add(Pipeline<?> pipeline) {
        pipelines.add(pipeline);
        if (thread == null) {
            Thread starting = new Thread(null, this::run, THREAD_NAME, 0, false);
            starting.setDaemon(true);
            starting.setContextClassLoader(null);
            thread = starting;
            try {
                starting.start();
            } catch (Throwable e) {
                thread = null;
                throw e;
            }
        }
    }

    /**
     * Drains this pipeline for {@link #LINGER_NANOS} more, for the threads that were in the middle of logging when their
     * appender stopped; then drops it and calls {@code onGone} under the turn. The thread ends with the last pipeline.
     */
    public void retire(Pipeline<?> pipeline, Runnable onGone) {
        inTurn(() -> retired.add(new Retired(pipeline, onGone, nanoTime.getAsLong())));
    }

    private void dropRetired(long now) {
        for (Iterator<Retired> each = retired.iterator(); each.hasNext(); ) {
            Retired gone = each.next();
            if (now - gone.since() >= LINGER_NANOS) {
                each.remove();
                pipelines.remove(gone.pipeline());
                gone.onGone().run();
            }
        }
    }

    private synchronized void endWithLastPipeline() {
        if (pipelines.isEmpty()) {
            thread = null;
        }
    }

    /** Ends the thread, whatever waits, and for good where no pipeline is added. Loads no class. */
    public synchronized void abandon() {
        Thread ending = thread;
        thread = null;
        pipelines.clear();
        LockSupport.unpark(ending);
    }

    /** Wakes the thread if it sleeps. Any thread; never blocks. */
    public void wake() {
        LockSupport.unpark(thread);
    }

    /**
     * Takes the turn, finishes all events accepted before the call as far as there is time, and runs the action.
     *
     * @param timeout how long to wait for the turn and to work off events; the action runs whenever the turn was had
     * @return whether all events accepted before the call are counted; false also if the turn was not had, and the action
     *     did not run. An interrupted thread stays interrupted and does not wait.
     */
    public boolean exclusively(Duration timeout, Runnable action) {
        long deadline = nanoTime.getAsLong() + saturatedNanos(timeout);
        if (!takeTurn(deadline - nanoTime.getAsLong())) {
            return false;
        }
        try {
            runPostponed();
            boolean finished = true;
            for (Pipeline<?> pipeline : pipelines) {
                finished &= finish(pipeline, deadline);
            }
            action.run();
            return finished;
        } finally {
            turn.unlock();
        }
    }

    /** Takes the turn however long it takes, and gives what the action gives. For starting appenders. */
    public <T> T callInTurn(Supplier<T> action) {
        turn.lock();
        try {
            return action.get();
        } finally {
            turn.unlock();
        }
    }

    /**
     * Runs the action under the turn: on this thread if the turn can be had in time, else soon on the worker's thread, if
     * that runs, or on that of a scrape. For stopping appenders: whatever holds the turn, the end of the JVM is not delayed
     * beyond the time. Actions of one thread run in its order. Interrupts as in {@link #finish}.
     *
     * @param action must not throw
     */
    public void inTurnOrSoon(Duration timeout, Runnable action) {
        postponed.add(action);
        boolean interrupted = Thread.interrupted();
        try {
            if (takeTurn(saturatedNanos(timeout))) {
                try {
                    runPostponed();
                } finally {
                    turn.unlock();
                }
            }
        } finally {
            restoreInterrupt(interrupted);
        }
    }

    private void runPostponed() {
        for (Runnable action = postponed.poll(); action != null; action = postponed.poll()) {
            action.run();
        }
    }

    /** Takes the turn however long it takes, and runs the action. */
    public void inTurn(Runnable action) {
        turn.lock();
        try {
            action.run();
        } finally {
            turn.unlock();
        }
    }

    /**
     * Works off what waits in a pipeline now until the deadline. Any thread. Others that wait for the turn have it between
     * batches: of appenders that stop at the same time none waits until another is done. A thread that was interrupted
     * before stops its appenders like others and stays interrupted; an interrupt that comes meanwhile ends the wait.
     *
     * @return whether nothing of it waits any more
     */
    public boolean finish(Pipeline<?> pipeline, Duration timeout) {
        boolean interrupted = Thread.interrupted();
        try {
            return finishInTurns(pipeline, nanoTime.getAsLong() + saturatedNanos(timeout));
        } finally {
            restoreInterrupt(interrupted);
        }
    }

    private boolean finishInTurns(Pipeline<?> pipeline, long deadline) {
        long mark = Long.MAX_VALUE;
        while (takeTurn(deadline - nanoTime.getAsLong())) {
            try {
                mark = Math.min(mark, pipeline.buffer().mark());
                beforeBatch.run();
                if (!pipeline.drainBatch() || pipeline.buffer().isDrained(mark)) {
                    return true;
                }
            } finally {
                turn.unlock();
            }
            if (nanoTime.getAsLong() - deadline > 0) {
                return false;
            }
        }
        return false;
    }

    private boolean finish(Pipeline<?> pipeline, long deadline) {
        long mark = pipeline.buffer().mark();
        beforeBatch.run();
        while (pipeline.drainBatch()) {
            if (pipeline.buffer().isDrained(mark)) {
                return true;
            }
            if (nanoTime.getAsLong() - deadline > 0) {
                return false;
            }
        }
        return true;
    }

    private boolean takeTurn(long nanos) {
        try {
            return (!turn.hasQueuedThreads() && turn.tryLock()) || turn.tryLock(nanos, TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static void restoreInterrupt(boolean interrupted) {
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static long saturatedNanos(Duration duration) {
        return duration.compareTo(Duration.ofDays(1)) > 0 ? Duration.ofDays(1).toNanos() : duration.toNanos();
    }

    private void run() {
        Thread self = Thread.currentThread();
        while (thread == self) {
            try {
                if (!round()) {
                    sleep();
                }
            } catch (Throwable e) {
                forgetInterrupt();
                LockSupport.parkNanos(this, Backoff.MAX_SLEEP_NANOS);
            }
        }
    }

    /**
     * One batch of each pipeline.
     *
     * @return whether there is more to do at once
     */
    private boolean round() {
        boolean more = false;
        for (Pipeline<?> pipeline : pipelines) {
            turn.lock();
            try {
                backoff.saw(pipeline.buffer().waiting(), pipeline.buffer().capacity());
                beforeBatch.run();
                more |= pipeline.drainBatch();
            } finally {
                turn.unlock();
            }
        }
        if (!postponed.isEmpty()) {
            inTurn(this::runPostponed);
        }
        long now = nanoTime.getAsLong();
        if (now - lastCleanup >= CLEANUP_NANOS) {
            lastCleanup = now;
            inTurn(() -> dropRetired(now));
            endWithLastPipeline();
        }
        return more;
    }

    /** Whoever interrupts all threads there are must not make this one spin: an interrupted thread does not park. */
    @SuppressWarnings("ResultOfMethodCallIgnored")
    private static void forgetInterrupt() {
        Thread.interrupted();
    }

    private void sleep() {
        boolean halfFull = false;
        for (Pipeline<?> pipeline : pipelines) {
            pipeline.buffer().setAsleep(true);
            halfFull |= pipeline.buffer().waiting() > pipeline.buffer().capacity() / 2;
        }
        if (!halfFull) {
            forgetInterrupt();
            LockSupport.parkNanos(this, backoff.nextSleepNanos());
        }
        pipelines.forEach(pipeline -> pipeline.buffer().setAsleep(false));
    }
}
