package io.github.logtally.jpms;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Jars of the class path of the tests, which modular applications take theirs from. */
public final class Jars {
    /** The Prometheus client, with its server. */
    static final List<String> CLIENT = List.of(
            "prometheus-metrics-config",
            "prometheus-metrics-core",
            "prometheus-metrics-exporter-common",
            "prometheus-metrics-exporter-httpserver",
            "prometheus-metrics-exposition-textformats",
            "prometheus-metrics-model",
            "prometheus-metrics-tracer-common",
            "prometheus-metrics-tracer-initializer",
            "prometheus-metrics-tracer-otel",
            "prometheus-metrics-tracer-otel-agent");

    /** Spring Boot, with our auto-configuration. */
    public static final List<String> SPRING = List.of(
            "commons-logging",
            "logtally-spring-boot",
            "micrometer-commons",
            "micrometer-observation",
            "spring-aop",
            "spring-beans",
            "spring-boot",
            "spring-boot-autoconfigure",
            "spring-context",
            "spring-core",
            "spring-expression");

    private static final List<Path> CLASS_PATH = Stream.of(
                    System.getProperty("java.class.path").split(File.pathSeparator))
            .map(Path::of)
            .toList();

    private Jars() {}

    /** The jars of these artifacts. */
    public static List<Path> of(List<String> artifacts) {
        return artifacts.stream().map(Jars::of).toList();
    }

    /** The jar of an artifact. */
    public static Path of(String artifact) {
        Pattern name = Pattern.compile(Pattern.quote(artifact) + "-[0-9].*\\.jar");
        List<Path> found = CLASS_PATH.stream()
                .filter(entry -> name.matcher(entry.getFileName().toString()).matches())
                .toList();
        assertThat(found).as("%s in %s", artifact, CLASS_PATH).hasSize(1);
        return found.get(0);
    }
}
