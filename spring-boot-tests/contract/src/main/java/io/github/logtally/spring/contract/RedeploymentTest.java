package io.github.logtally.spring.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** An application is deployed again with everything in a class loader of its own, Logtally and the framework too. */
class RedeploymentTest {
    @Test
    void everythingReloaded_eachDeploymentCountsItsOwn() throws Exception {
        try (RunningApplication application = RunningApplication.start()) {
            LoggerFactory.getLogger(RedeploymentTest.class).info("Order from {}", "first deployment");
            assertThat(deploy())
                    .contains("\norders_total{shop=\"second deployment\"} 1.0\n")
                    .doesNotContain("first deployment");
            assertThat(application.scrape())
                    .contains("\norders_total{shop=\"first deployment\"} 1.0\n")
                    .doesNotContain("second deployment");
        }
    }

    private static String deploy() throws Exception {
        List<URL> classPath = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            classPath.add(Path.of(entry).toUri().toURL());
        }
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try (URLClassLoader loader =
                new URLClassLoader(classPath.toArray(URL[]::new), ClassLoader.getPlatformClassLoader())) {
            thread.setContextClassLoader(loader);
            Class<?> deployment = loader.loadClass(Deployment.class.getName());
            assertThat(deployment).isNotEqualTo(Deployment.class);
            return (String) ((Callable<?>) deployment.getConstructor().newInstance()).call();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /** Runs the application for one scrape. */
    public static final class Deployment implements Callable<String> {
        /** By reflection. */
        public Deployment() {}

        @Override
        public String call() throws ReflectiveOperationException {
            // Embedded Tomcat would set the JVM's factory of URL handlers in each deployment, and there can be but one
            Class.forName("org.apache.catalina.webresources.TomcatURLStreamHandlerFactory")
                    .getMethod("disable")
                    .invoke(null);
            try (RunningApplication application = RunningApplication.start()) {
                LoggerFactory.getLogger(Deployment.class).info("Order from {}", "second deployment");
                return application.scrape();
            }
        }
    }
}
