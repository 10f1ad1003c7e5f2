package io.github.logtally.osgi;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Map;
import java.util.ServiceLoader;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.launch.FrameworkFactory;

/** The OSGi frameworks that are tested, each in a class loader of its own: both bring the API, and the tests' comes first. */
enum Platform {
    FELIX("org.apache.felix.framework"),
    EQUINOX("org.eclipse.osgi");

    private final URLClassLoader loader;

    Platform(String jar) {
        try {
            URL url = Path.of(System.getProperty("osgi.frameworks"), jar + ".jar")
                    .toUri()
                    .toURL();
            loader = new URLClassLoader(new URL[] {url}, Platform.class.getClassLoader());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A started framework without bundles. */
    Framework start(Path storage) throws BundleException {
        Framework framework = ServiceLoader.load(FrameworkFactory.class, loader)
                .findFirst()
                .orElseThrow()
                .newFramework(Map.of(
                        Constants.FRAMEWORK_STORAGE,
                        storage.toString(),
                        Constants.FRAMEWORK_STORAGE_CLEAN,
                        Constants.FRAMEWORK_STORAGE_CLEAN_ONFIRSTINIT,
                        // Or Felix would find classes of the tests for bundles that lack an import
                        "felix.bootdelegation.implicit",
                        "false"));
        framework.start();
        return framework;
    }
}
