package io.github.logtally.osgi;

import io.github.logtally.osgi.application.Binding;
import io.github.logtally.osgi.application.Metrics;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.wiring.FrameworkWiring;

/** An OSGi framework with the bundles of a setup, and an application's. */
final class Container implements AutoCloseable {
    private static final List<String> PROMETHEUS = List.of(
            "jsr305",
            "prometheus-metrics-config",
            "prometheus-metrics-model",
            "prometheus-metrics-tracer-common",
            "prometheus-metrics-tracer-initializer",
            "prometheus-metrics-tracer-otel",
            "prometheus-metrics-tracer-otel-agent",
            "prometheus-metrics-core");
    private static final long LONG_SECONDS = 60;

    final Setup setup;
    final Framework framework;
    private final Path storage;

    private Container(Setup setup, Path storage) throws BundleException {
        this.setup = setup;
        this.storage = storage;
        this.framework = setup.platform().start(storage.resolve("framework"));
    }

    /** A framework in which the client, the logging framework and an application are installed and none of ours. */
    static Container without(Setup setup, Path storage) throws Exception {
        Container container = new Container(setup, storage);
        Logging logging = setup.logging();
        System.setProperty(logging.property, path(logging.file));
        for (String artifact : PROMETHEUS) {
            container.install(artifact);
        }
        for (String artifact : logging.bundles) {
            container.install(artifact);
        }
        // The writer of the text is brought along: as a bundle the oldest one does not resolve
        container.make(
                "metrics",
                Metrics.class,
                "io.prometheus.metrics.config,io.prometheus.metrics.model.registry,"
                        + "io.prometheus.metrics.model.snapshots,javax.annotation",
                List.of(container.jar("prometheus-metrics-exposition-textformats")));
        container.make("orders", logging.orders, logging.imports, List.of());
        return container;
    }

    /** The same, with ours installed too. */
    static Container with(Setup setup, Path storage) throws Exception {
        Container container = without(setup, storage);
        container.installOurs();
        return container;
    }

    /** Installs ours. */
    void installOurs() throws BundleException, IOException {
        install("logtally-core");
        install(setup.logging().fragment);
    }

    private void make(String name, Class<?> type, String imports, List<Path> libraries) throws Exception {
        Path jar = BundleJar.of(storage.resolve(name + ".jar"), name, type, imports, libraries);
        framework.getBundleContext().installBundle(name, Files.newInputStream(jar));
    }

    /** Installs an artifact of the setup; it is known by the artifact's name. */
    Bundle install(String artifact) throws BundleException, IOException {
        return framework.getBundleContext().installBundle(artifact, Files.newInputStream(jar(artifact)));
    }

    Path jar(String artifact) {
        return Path.of(System.getProperty("osgi.bundles"), setup.versions().jar(artifact));
    }

    /** A bundle that is installed, by the artifact's name. */
    Bundle bundle(String artifact) {
        return framework.getBundleContext().getBundle(artifact);
    }

    Bundle core() {
        return bundle("logtally-core");
    }

    Bundle host() {
        return bundle(setup.logging().host);
    }

    /** What applications log to: it keeps the framework that it found first, so it is refreshed with that. */
    Bundle api() {
        return bundle(setup.logging().api);
    }

    Bundle fragment() {
        return bundle(setup.logging().fragment);
    }

    /** Configures with the rules file, too. */
    void useRulesFile() {
        System.setProperty("osgi.rules", "file:" + path("rules.yaml"));
        System.setProperty(setup.logging().property, path(setup.logging().file.replace(".xml", "-rules.xml")));
    }

    private static String path(String resource) {
        try {
            return Path.of(Container.class.getResource("/" + resource).toURI()).toString();
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(resource, e);
        }
    }

    /** Starts all bundles but ours. */
    Container startOthers() throws BundleException {
        for (Bundle bundle : framework.getBundleContext().getBundles()) {
            if (!bundle.getLocation().startsWith("logtally-")
                    && bundle.getHeaders().get("Fragment-Host") == null) {
                bundle.start();
            }
        }
        return this;
    }

    /** Has the application log so many orders. */
    void log(int orders) throws Exception {
        startLogging(orders).get();
    }

    /** Has the application begin to log so many orders, on a thread that ends: Log4j leaves its own in the locals of threads. */
    FutureTask<?> startLogging(int orders) {
        FutureTask<?> task = new FutureTask<>(() -> {
            ((IntConsumer) make("orders", setup.logging().orders.getName())).accept(orders);
            return null;
        });
        new Thread(task, "application").start();
        return task;
    }

    /** What a scrape of the default registry shows. */
    String scrape() throws ReflectiveOperationException {
        return scrape(Metrics.DEFAULT);
    }

    @SuppressWarnings("unchecked")
    String scrape(Object registry) throws ReflectiveOperationException {
        return ((Function<Object, String>) make("metrics", Metrics.class.getName())).apply(registry);
    }

    /** A registry that a bundle of the application has bound. */
    Object boundRegistry() throws Exception {
        make("binding", Binding.class, "io.github.logtally,io.prometheus.metrics.model.registry", List.of());
        return ((Supplier<?>) make("binding", Binding.class.getName())).get();
    }

    private Object make(String bundle, String type) throws ReflectiveOperationException {
        return bundle(bundle).loadClass(type).getConstructor().newInstance();
    }

    /** Refreshes these bundles and what depends on them, as an administrator does after an update. */
    void refresh(Bundle... bundles) throws InterruptedException {
        CountDownLatch refreshed = new CountDownLatch(1);
        framework.adapt(FrameworkWiring.class).refreshBundles(Arrays.asList(bundles), event -> refreshed.countDown());
        if (!refreshed.await(LONG_SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException("not refreshed");
        }
    }

    /** Puts a later version in the place of a bundle. */
    void update(Bundle bundle) throws BundleException, IOException {
        Path later = BundleJar.later(jar(bundle.getLocation()), storage.resolve("later.jar"), "0.2.0");
        bundle.update(Files.newInputStream(later));
    }

    @Override
    public void close() throws BundleException {
        System.clearProperty(setup.logging().property);
        framework.stop();
        try {
            framework.waitForStop(TimeUnit.SECONDS.toMillis(LONG_SECONDS));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
