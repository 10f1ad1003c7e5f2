package com.example.shop;

import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.annotation.bundle.Header;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A small shop that logs as any bundle does. No line of it touches a metric, and it imports no package of Logtally. */
@Header(name = Constants.BUNDLE_ACTIVATOR, value = "${@class}")
public final class Shop implements BundleActivator {
    private static final Logger LOG = LoggerFactory.getLogger(Shop.class);

    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();
    private final Random random = new Random(1);

    @Override
    public void start(BundleContext context) {
        serve();
        var unused = thread.scheduleAtFixedRate(this::serve, 50, 50, TimeUnit.MILLISECONDS);
        System.out.println("The shop is open.");
    }

    @Override
    public void stop(BundleContext context) {
        thread.shutdownNow();
    }

    private void serve() {
        int status = random.nextInt(20) == 0 ? 500 : 200;
        LOG.info("Request {} {} took {} ms status {}", "GET", "/products", 1 + random.nextInt(30), status);
        if (status == 500) {
            LOG.error("Request {} {} failed", "GET", "/products", new IllegalStateException("Out of shoes"));
        }
    }
}
