package io.github.logtally.lifecycle;

import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.Arrays;
import java.util.List;

/** A web application's class loader: what it has itself comes before what the container shares. */
final class ApplicationLoader extends URLClassLoader {
    static {
        registerAsParallelCapable();
    }

    private final List<String> own;

    /**
     * A class loader above that of the tests.
     *
     * @param own the first parts of the names of classes that it does not share
     */
    ApplicationLoader(List<String> own) {
        super(classPath(), ApplicationLoader.class.getClassLoader());
        this.own = List.copyOf(own);
    }

    private static URL[] classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(ApplicationLoader::url)
                .toArray(URL[]::new);
    }

    private static URL url(String file) {
        try {
            return new File(file).toURI().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(file, e);
        }
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (own.stream().noneMatch(name::startsWith)) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            return loaded == null ? findClass(name) : loaded;
        }
    }
}
