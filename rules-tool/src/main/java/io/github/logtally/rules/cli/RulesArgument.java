package io.github.logtally.rules.cli;

import io.github.logtally.rulesfile.RulesFile;
import io.github.logtally.spi.Element;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Parameters;

/** {@code RULES}: the rules file. */
final class RulesArgument {
    @Parameters(index = "0", paramLabel = "RULES", description = "The rules file.")
    private Path file = Path.of("");

    /** An appender that has the rules of the file. */
    Element read() throws IOException {
        Element appender = Element.of("Logtally");
        try (InputStream in = Files.newInputStream(file)) {
            for (Element rule : RulesFile.read(name(), in).elements()) {
                appender = appender.child(rule);
            }
        }
        return appender;
    }

    /** The name of the file, for messages. */
    String name() {
        Path name = file.getFileName();
        return name == null ? file.toString() : name.toString();
    }
}
