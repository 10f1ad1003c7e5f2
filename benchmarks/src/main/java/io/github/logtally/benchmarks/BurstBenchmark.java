package io.github.logtally.benchmarks;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The log call for events that a rule takes, in bursts of one thread. Between the bursts a pause, and for peers with a
 * queue as long as they need: so they are measured taking events, not dropping them.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 4, time = 250, timeUnit = TimeUnit.MILLISECONDS)
public class BurstBenchmark {
    private static final int BURST = 1000;
    private static final int STATUSES = 20;
    private static final long PAUSE_NANOS = 500_000;

    @Param({"LOGBACK", "LOG4J"})
    public Framework framework = Framework.LOGBACK;

    @Param({
        "NONE",
        "NO_OP",
        "RENDER",
        "LOGTALLY",
        "MICROMETER",
        "SIMPLECLIENT",
        "ASYNC",
        "ASYNC_LOGGERS",
        "SYNC",
        "FILE"
    })
    public Peer peer = Peer.NO_OP;

    /** What the rule needs of the event: its template with the arguments, or its text. */
    @Param({"TEMPLATE", "TEXT"})
    public Need rule = Need.TEMPLATE;

    /** How many rules there are: one takes the event, the others look for something else of the same sort. */
    @Param("1")
    public int rules = 1;

    private Calls calls = Idle.CALLS;

    /** What a rule needs. */
    public enum Need {
        TEMPLATE,
        TEXT
    }

    @Setup
    public void open() {
        List<Rule> all = rule == Need.TEMPLATE
                ? Rule.concat(Rule.strangers(rules - 1), Rule.request())
                : Rule.concat(Rule.words(rules - 1), Rule.getRequest());
        calls = framework.open(peer, all);
    }

    @Setup(Level.Invocation)
    public void pause() {
        calls.awaitQuiet();
        LockSupport.parkNanos(PAUSE_NANOS);
    }

    @Benchmark
    @OperationsPerInvocation(BURST)
    public void call() {
        for (int i = 0; i < BURST; i++) {
            String method = rule == Need.TEMPLATE ? Values.method(i) : "GET";
            calls.request(method, Values.PATH, Values.millis(i), Values.status(i, STATUSES));
        }
    }

    @TearDown
    public void close() {
        if (peer == Peer.LOGTALLY) {
            System.out.println(OwnMetrics.summary());
        }
        calls.close();
    }
}
