package io.github.logtally.benchmarks;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/** The log call of two threads, or of as many as {@code -t} says, while the worker, or the queue's sink, stands still and the buffer is full. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Threads(2)
@Fork(value = 1, jvmArgsAppend = "-Dstalled=true")
@Warmup(iterations = 2, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 4, time = 250, timeUnit = TimeUnit.MILLISECONDS)
public class OverloadBenchmark {
    @Param({"LOGBACK", "LOG4J"})
    public Framework framework = Framework.LOGBACK;

    @Param({"NO_OP", "LOGTALLY", "ASYNC", "ASYNC_LOGGERS"})
    public Peer peer = Peer.NO_OP;

    private Calls calls = Idle.CALLS;
    private Runnable release = () -> {};

    @Setup
    public void open() {
        calls = framework.open(peer, List.of(Rule.request()));
        if (peer == Peer.LOGTALLY) {
            release = Turn.holdUntil();
        }
        for (int i = 0; i < 2 * Calls.CAPACITY; i++) {
            call();
        }
    }

    @Benchmark
    public void call() {
        calls.request("GET", Values.PATH, Values.millis(12), Values.status(5, 2));
    }

    @TearDown
    public void close() {
        release.run();
        calls.close();
    }
}
