package io.github.logtally.benchmarks;

import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;

/** Runs JMH, and prints the median of the iterations of each case: means say little on a machine that others use, too. */
final class JmhRun {
    private static final String ALLOCATION = "gc.alloc.rate.norm";

    private JmhRun() {}

    public static void main(String[] arguments) throws RunnerException, CommandLineOptionException {
        Collection<RunResult> results = new Runner(new CommandLineOptions(arguments)).run();
        for (RunResult result : results) {
            String subject = subject(result.getParams());
            print(result.getPrimaryResult(), "", subject);
            Result<?> allocation = result.getSecondaryResults().get(ALLOCATION);
            if (allocation != null) {
                print(allocation, " bytes", subject);
            }
        }
    }

    private static String subject(BenchmarkParams params) {
        StringBuilder subject = new StringBuilder(params.getParam("framework") + "/" + params.getParam("peer"));
        for (String parameter : List.of("rule", "template", "rules")) {
            if (params.getParamsKeys().contains(parameter)) {
                subject.append('/').append(params.getParam(parameter));
            }
        }
        if (params.getThreads() > 1) {
            subject.append('/').append(params.getThreads());
        }
        return params.getBenchmark().replaceAll(".*\\.(\\w+)Benchmark.*", "$1") + "/" + subject;
    }

    private static void print(Result<?> result, String what, String subject) {
        Figure.print(
                subject.substring(0, subject.indexOf('/')) + what,
                subject.substring(subject.indexOf('/') + 1),
                result.getScoreUnit(),
                result.getStatistics().getPercentile(50));
    }
}
