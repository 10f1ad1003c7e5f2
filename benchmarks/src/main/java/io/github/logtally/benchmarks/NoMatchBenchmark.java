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
import org.openjdk.jmh.annotations.Warmup;

/** The log call for an event that no rule can match. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 4, time = 250, timeUnit = TimeUnit.MILLISECONDS)
public class NoMatchBenchmark {
    @Param({"LOGBACK", "LOG4J"})
    public Framework framework = Framework.LOGBACK;

    @Param({"NONE", "NO_OP", "LOGTALLY", "MICROMETER", "SIMPLECLIENT", "ASYNC", "ASYNC_LOGGERS", "SYNC", "FILE"})
    public Peer peer = Peer.NO_OP;

    /** How many rules there are; none takes the event. */
    @Param("10")
    public int rules;

    /** What the event is made from. */
    @Param({"CONSTANT", "FRESH"})
    public Template template = Template.CONSTANT;

    private Calls calls = Idle.CALLS;
    private int events;

    /** Where the template of an event comes from. */
    public enum Template {
        CONSTANT,
        /** A concatenated string: a new one at every call, which no table can know. */
        FRESH
    }

    @Setup
    public void open() {
        List<Rule> all = Rule.concat(Rule.strangers(rules - 1), Rule.request());
        calls = framework.open(peer, all);
    }

    @Benchmark
    public void call() {
        if (template == Template.CONSTANT) {
            calls.cacheRefreshed("prices", 12);
        } else {
            calls.plain("Cache prices refreshed in " + events++ + " ms");
        }
    }

    @TearDown
    public void close() {
        calls.close();
    }
}
