package io.github.logtally.osgi;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** Jars that tests make. */
final class BundleJar {
    private BundleJar() {}

    /**
     * A bundle of one class, with the libraries that it brings along.
     *
     * @param imports the value of {@code Import-Package}
     */
    static Path of(Path jar, String name, Class<?> type, String imports, List<Path> libraries) throws IOException {
        Manifest manifest = new Manifest();
        Attributes headers = manifest.getMainAttributes();
        headers.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        headers.putValue("Bundle-ManifestVersion", "2");
        headers.putValue("Bundle-SymbolicName", name);
        headers.putValue("Import-Package", imports);
        StringBuilder classPath = new StringBuilder(".");
        libraries.forEach(library -> classPath.append(',').append(library.getFileName()));
        headers.putValue("Bundle-ClassPath", classPath.toString());
        String entry = type.getName().replace('.', '/') + ".class";
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file, manifest);
                InputStream content = type.getResourceAsStream("/" + entry)) {
            out.putNextEntry(new JarEntry(entry));
            content.transferTo(out);
            for (Path library : libraries) {
                out.putNextEntry(new JarEntry(library.getFileName().toString()));
                Files.copy(library, out);
            }
        }
        return jar;
    }

    /** A copy of a bundle as a later version. */
    static Path later(Path bundle, Path jar, String version) throws IOException {
        try (JarFile original = new JarFile(bundle.toFile())) {
            Manifest manifest = original.getManifest();
            manifest.getMainAttributes().putValue("Bundle-Version", version);
            try (OutputStream file = Files.newOutputStream(jar);
                    JarOutputStream out = new JarOutputStream(file, manifest)) {
                for (Enumeration<JarEntry> entries = original.entries(); entries.hasMoreElements(); ) {
                    JarEntry entry = entries.nextElement();
                    if (!entry.getName().equals(JarFile.MANIFEST_NAME)) {
                        out.putNextEntry(new JarEntry(entry.getName()));
                        original.getInputStream(entry).transferTo(out);
                    }
                }
            }
        }
        return jar;
    }
}
