package io.github.logtally.rules.check;

import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Folders in place of a class path: they give resources, and no class. */
final class Folders extends ClassLoader {
    private final List<Path> folders;

    Folders(List<Path> folders) {
        super(null);
        this.folders = folders;
    }

    @Override
    protected @Nullable URL findResource(String name) {
        try {
            for (Path folder : folders) {
                Path file = folder.resolve(name);
                if (Files.isRegularFile(file)) {
                    return file.toUri().toURL();
                }
            }
            return null;
        } catch (InvalidPathException | MalformedURLException e) {
            return null;
        }
    }
}
