package io.github.logtally.benchmarks;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * A text scrape while another thread logs in bursts, and the log call while scrape follows upon scrape; each beside the
 * same alone.
 */
final class ScrapeUnderLoad {
    private static final int SERIES = 1000;
    private static final int STATUSES = SERIES / WorkerThroughput.METHODS;
    private static final int BURST = 500;
    private static final long PAUSE_NANOS = 500_000;
    private static final long SCRAPE_INTERVAL_NANOS = 5_000_000;

    private ScrapeUnderLoad() {}

    public static void main(String[] arguments) throws InterruptedException {
        Framework framework = Framework.valueOf(arguments[0]);
        long nanos = TimeUnit.SECONDS.toNanos(Integer.getInteger("seconds", 2));
        try (Calls calls = framework.open(Peer.LOGTALLY, List.of(Rule.request()))) {
            TextScrape scrape = new TextScrape();
            log(calls, nanos);
            scrapes(scrape, nanos);
            double[] quietCalls = log(calls, nanos);
            double[] quietScrapes = scrapes(scrape, nanos);
            double[][] loadedCalls = new double[1][];
            Thread logger = new Thread(() -> loadedCalls[0] = log(calls, nanos), "application");
            logger.start();
            double[] loadedScrapes = scrapes(scrape, nanos);
            logger.join();
            print(framework, "log call", "ns", "alone", quietCalls);
            print(framework, "log call", "ns", "scraped", loadedCalls[0]);
            print(framework, "text scrape", "ms", "alone", quietScrapes);
            print(framework, "text scrape", "ms", "logged", loadedScrapes);
            System.out.println(OwnMetrics.summary());
        }
    }

    /** The mean time of a call in each burst, in nanoseconds, sorted. */
    private static double[] log(Calls calls, long nanos) {
        double[] means = new double[(int) (nanos / PAUSE_NANOS)];
        int bursts = 0;
        for (long end = System.nanoTime() + nanos; System.nanoTime() < end && bursts < means.length; bursts++) {
            long start = System.nanoTime();
            for (int i = 0; i < BURST; i++) {
                int event = bursts * BURST + i;
                calls.request(Values.method(event), Values.PATH, Values.millis(event), Values.status(event, STATUSES));
            }
            means[bursts] = (double) (System.nanoTime() - start) / BURST;
            LockSupport.parkNanos(PAUSE_NANOS);
        }
        return sorted(means, bursts);
    }

    /** The time of each scrape, in milliseconds, sorted. */
    private static double[] scrapes(TextScrape scrape, long nanos) {
        double[] millis = new double[(int) (nanos / SCRAPE_INTERVAL_NANOS)];
        int scrapes = 0;
        for (long end = System.nanoTime() + nanos; System.nanoTime() < end && scrapes < millis.length; scrapes++) {
            millis[scrapes] = scrape.millis();
            LockSupport.parkNanos(SCRAPE_INTERVAL_NANOS);
        }
        return sorted(millis, scrapes);
    }

    private static double[] sorted(double[] values, int count) {
        double[] sorted = Arrays.copyOf(values, count);
        Arrays.sort(sorted);
        return sorted;
    }

    private static void print(Framework framework, String what, String unit, String meanwhile, double[] values) {
        String subject = framework + "/" + meanwhile;
        Figure.print(what + " p50", subject, unit, values[values.length / 2]);
        Figure.print(what + " p99", subject, unit, values[(int) (values.length * 0.99)]);
    }
}
