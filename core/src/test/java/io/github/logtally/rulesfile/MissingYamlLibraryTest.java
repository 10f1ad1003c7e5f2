package io.github.logtally.rulesfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MissingYamlLibraryTest {
    @Test
    void fileWithoutTheLibrary_isRefusedAndSaysWhatToAdd() throws ReflectiveOperationException {
        Class<?> reader = new WithoutYaml().loadClass(RulesFile.class.getName());

        Object file = reader.getMethod("read", String.class, String.class).invoke(null, "r.yaml", "metrics: []");

        assertThat((List<?>) reader.getMethod("mistakes").invoke(file))
                .singleElement()
                .asString()
                .startsWith(
                        "r.yaml: cannot be read without the YAML library: add org.snakeyaml:snakeyaml-engine to the class"
                                + " path, or the module org.snakeyaml.engine to the module path and to --add-modules"
                                + " (java.lang.NoClassDefFoundError: org/snakeyaml/");
    }

    /** The reader of an application that has left the library out. */
    private static final class WithoutYaml extends ClassLoader {
        private static final String OURS = RulesFile.class.getPackageName() + ".";

        WithoutYaml() {
            super(MissingYamlLibraryTest.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (name.startsWith("org.snakeyaml.")) {
                throw new ClassNotFoundException(name);
            }
            if (!name.startsWith(OURS)) {
                return super.loadClass(name, resolve);
            }
            Class<?> loaded = findLoadedClass(name);
            return loaded == null ? define(name) : loaded;
        }

        private Class<?> define(String name) throws ClassNotFoundException {
            try (@Nullable InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
                if (in == null) {
                    throw new ClassNotFoundException(name);
                }
                byte[] bytes = in.readAllBytes();
                return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
    }
}
