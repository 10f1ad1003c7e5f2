package io.github.logtally.jpms;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A logging framework with its appender, as an application has it on its module path. */
public enum Framework {
    LOG4J("log4j", "logtally-log4j-appender", "log4j-api", "log4j-core"),
    LOGBACK("logback", "logtally-logback-appender", "logback-classic", "logback-core", "slf4j-api");

    private static final Path OLDEST = Path.of(System.getProperty("logtally.oldest"));

    /** The folder of the application that logs through it. */
    final String application;

    private final String appender;
    private final List<String> artifacts;

    Framework(String application, String appender, String... artifacts) {
        this.application = application;
        this.appender = appender;
        this.artifacts = List.of(artifacts);
    }

    /** The newest versions supported. */
    public List<Path> newest() {
        return Stream.of(ours(), Jars.of(artifacts), Jars.of(Jars.CLIENT))
                .flatMap(List::stream)
                .toList();
    }

    /** The oldest versions supported. */
    List<Path> oldest() {
        List<Path> entries = new ArrayList<>(ours());
        entries.add(OLDEST.resolve(application));
        entries.add(OLDEST.resolve("client"));
        return entries;
    }

    /** This project's. */
    List<Path> ours() {
        return Jars.of(List.of("logtally-core", appender));
    }
}
