package io.github.logtally.spring.contract;

import io.github.logtally.Logtally;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.devtools.restart.Restarter;

/** An application that DevTools restarts once, with its classes loaded anew. */
final class DevToolsApplication {
    private static final String GENERATION = "logtally.generation";
    private static final int LAST = 2;

    private DevToolsApplication() {}

    /** Prints who loaded what, and a scrape of the last generation. */
    public static void main(String[] arguments) {
        RunningApplication application = RunningApplication.start();
        int generation = Integer.getInteger(GENERATION, 1);
        Logger log = LoggerFactory.getLogger(DevToolsApplication.class);
        log.info("Order from {}", "generation " + generation);
        log.info("Order from {}", "all generations");
        System.out.println("generation " + generation + " loaded by " + loader(DevToolsApplication.class)
                + ", Logtally by " + loader(Logtally.class));
        if (generation < LAST) {
            System.setProperty(GENERATION, String.valueOf(generation + 1));
            Restarter.getInstance().restart();
        } else {
            System.out.println(application.scrape());
            System.exit(0);
        }
    }

    private static String loader(Class<?> type) {
        return type.getClassLoader().getClass().getSimpleName();
    }
}
