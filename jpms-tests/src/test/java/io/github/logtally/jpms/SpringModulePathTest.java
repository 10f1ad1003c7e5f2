package io.github.logtally.jpms;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A Spring Boot application on the module path, where all of Spring is automatic modules. */
class SpringModulePathTest {
    @Test
    void autoConfiguration_bindsTheContextsRegistry(@TempDir Path directory) throws Exception {
        List<Path> modulePath = Stream.of(Framework.LOGBACK.newest(), Jars.of(Jars.SPRING))
                .flatMap(List::stream)
                .toList();
        ModularApplication application = new ModularApplication("spring", directory, modulePath);

        Orders.assertCounted(application.run(
                Path.of(System.getProperty("java.home")),
                modulePath,
                // An automatic module cannot ask for it
                "--add-modules=org.apache.commons.logging",
                "-Dspring.main.banner-mode=off"));
    }
}
