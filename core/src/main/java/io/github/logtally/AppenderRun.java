package io.github.logtally;

import io.github.logtally.buffer.SlotBuffer;
import io.github.logtally.capture.Capture;
import io.github.logtally.capture.Slot;
import io.github.logtally.config.AppenderConfig;
import io.github.logtally.registry.DropReason;
import io.github.logtally.registry.Lease;
import io.github.logtally.registry.MetricTable;
import io.github.logtally.registry.PipelineStats;
import io.github.logtally.rule.RuleSet;
import io.github.logtally.rule.UsualEvent;
import io.github.logtally.spi.EventReader;
import io.github.logtally.spi.StatusReporter;
import io.github.logtally.worker.Pipeline;
import io.github.logtally.worker.Worker;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** One appender from its start to its stop: buffer, capture, rules, and the lease of its metrics. */
final class AppenderRun<E> {
    /** What the worker may need to come to the end of a batch. */
    private static final Duration BATCH_WAIT = Duration.ofMillis(250);

    private final Worker worker;
    private final Duration shutdownTimeout;
    private final SlotBuffer<Slot> buffer;
    private final Pipeline<Slot> pipeline;
    private final LongAdder truncated = new LongAdder();
    private final Lease lease;
    private final Capture<E> capture;
    private final Runnable onEnd;

    /** Somebody else has the predecessor's place. Carries no stack trace: it is a result, not an accident. */
    static final class TooLate extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private TooLate() {
            super(null, null, false, false);
        }
    }

    /**
     * Begins.
     *
     * @param predecessor the run that this one takes the place of within an appender, or null where the appender starts
     * @throws TooLate where another appender has taken the predecessor's place already
     */
    AppenderRun(
            String appenderName,
            Object context,
            AppenderConfig config,
            EventReader<E> reader,
            StatusReporter reporter,
            Worker worker,
            MetricTable table,
            LongSupplier nanoTime,
            Runnable onEnd,
            @Nullable AppenderRun<E> predecessor) {
        this.onEnd = onEnd;
        this.worker = worker;
        this.shutdownTimeout = config.shutdownTimeout();
        this.buffer =
                new SlotBuffer<>(config.capacity(), UsualEvent.slots(config.capacity(), config.rules()), worker::wake);
        this.pipeline = new Pipeline<>(buffer, Slot::apply, nanoTime);
        this.lease = worker.callInTurn(() -> {
            if (predecessor != null && predecessor.lease.superseded()) {
                throw new TooLate();
            }
            return table.open(
                    appenderName,
                    context,
                    config,
                    new Stats(),
                    problem -> reporter.configurationProblem(problem.text()));
        });
        List<RuleSet.Bound> bound = new ArrayList<>();
        lease.rules()
                .forEach(rule ->
                        bound.add(new RuleSet.Bound(rule.rule(), rule.family(), rule.labels(), rule.account())));
        RuleSet rules = new RuleSet(bound, config.maxMessageLength(), reporter, nanoTime);
        this.capture = new Capture<>(reader, rules, buffer, config.maxMessageLength(), truncated, nanoTime);
        worker.add(pipeline);
        lease.checkNames();
    }

    /** Shows that so many rules which should have taken the place of these are refused. */
    void refusedSince(int rules) {
        worker.inTurn(() -> lease.refusedSince(rules));
    }

    Capture<E> capture() {
        return capture;
    }

    /**
     * Counts what waits as far as there is time, drops the rest, and ends. Never throws.
     *
     * @param onGone called under the turn when no event is counted any more: threads that are in the middle of logging have
     *     some time for it
     */
    void close(Runnable onGone) {
        worker.finish(pipeline, shutdownTimeout);
        worker.inTurnOrSoon(BATCH_WAIT, () -> {
            buffer.dropWaiting();
            lease.close();
            worker.retire(pipeline, () -> {
                onGone.run();
                buffer.dropWaiting();
                lease.settle();
                onEnd.run();
            });
        });
    }

    /**
     * Ends when a successor captures: counts what waits, and for some time what threads that are in the middle of logging
     * still hand over. Nothing is dropped unless that takes longer. Never throws.
     */
    void giveWay() {
        worker.finish(pipeline, shutdownTimeout);
        worker.inTurnOrSoon(BATCH_WAIT, () -> {
            lease.close();
            worker.retire(pipeline, () -> {
                buffer.dropWaiting();
                lease.settle();
                onEnd.run();
            });
        });
    }

    private final class Stats implements PipelineStats {
        @Override
        public long accepted() {
            return buffer.accepted();
        }

        @Override
        public long processed() {
            return buffer.processed();
        }

        @Override
        public long dropped(DropReason reason) {
            return reason == DropReason.BUFFER_FULL ? buffer.dropped() : buffer.discarded();
        }

        @Override
        public long truncated() {
            return truncated.sum();
        }

        @Override
        public long busyNanos() {
            return pipeline.busyNanos();
        }

        @Override
        public long waiting() {
            return buffer.waiting();
        }

        @Override
        public long capacity() {
            return buffer.capacity();
        }
    }
}
