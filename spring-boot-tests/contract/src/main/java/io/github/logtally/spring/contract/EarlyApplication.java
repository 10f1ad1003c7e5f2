package io.github.logtally.spring.contract;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An application that logs before Spring Boot has begun. */
final class EarlyApplication {
    private EarlyApplication() {}

    /** Prints a scrape. */
    public static void main(String[] arguments) {
        Logger log = LoggerFactory.getLogger(EarlyApplication.class);
        log.info("Order from {}", "before Spring Boot");
        try (RunningApplication application = RunningApplication.start()) {
            log.info("Order from {}", "running");
            System.out.println(application.scrape());
        }
    }
}
