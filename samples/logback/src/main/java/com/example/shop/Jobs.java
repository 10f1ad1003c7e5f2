package com.example.shop;

import java.time.Duration;
import java.util.Random;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Jobs in the background. One thread. */
final class Jobs {
    private static final Logger LOG = LoggerFactory.getLogger(Jobs.class);
    private static final String[] NAMES = {"invoices", "cleanup", "stock"};

    private final Random random;

    Jobs(Random random) {
        this.random = random;
    }

    /** Runs the next job. */
    void run() {
        String name = NAMES[random.nextInt(NAMES.length)];
        Duration took = Duration.ofMillis(200 + random.nextInt(3_000));
        if (random.nextInt(20) == 0) {
            LOG.error("Job {} failed after {}", name, took, new IllegalStateException("Out of paper"));
            return;
        }
        LOG.info("Job {} finished in {}", name, took);
        LOG.info("Report of job {} written, {} KiB", name, 1 + random.nextInt(500));
    }
}
