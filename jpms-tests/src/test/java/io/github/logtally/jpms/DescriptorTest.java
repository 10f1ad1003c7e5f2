package io.github.logtally.jpms;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleDescriptor.Exports;
import java.lang.module.ModuleDescriptor.Opens;
import java.lang.module.ModuleDescriptor.Requires;
import java.lang.module.ModuleFinder;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The descriptors in the jars, to the last line. Transitive is what is seen in the types of an exported package. */
class DescriptorTest {
    @Test
    void core() {
        assertDescriptor(
                "logtally-core",
                "module io.github.logtally.core",
                "requires java.base",
                "requires static org.jspecify",
                "requires static org.snakeyaml.engine",
                "requires io.prometheus.metrics.core",
                "requires transitive io.prometheus.metrics.model",
                "exports io.github.logtally",
                "exports io.github.logtally.rulesfile",
                "exports io.github.logtally.spi",
                "exports io.github.logtally.trial");
    }

    @Test
    void log4jAppender() {
        assertDescriptor(
                "logtally-log4j-appender",
                "module io.github.logtally.log4j",
                "requires java.base",
                "requires static org.jspecify",
                "requires transitive io.github.logtally.core",
                "requires org.apache.logging.log4j",
                "requires transitive org.apache.logging.log4j.core",
                "exports io.github.logtally.log4j",
                "opens io.github.logtally.log4j to [org.apache.logging.log4j.core]");
    }

    @Test
    void logbackAppender() {
        assertDescriptor(
                "logtally-logback-appender",
                "module io.github.logtally.logback",
                "requires java.base",
                "requires static org.jspecify",
                "requires transitive io.github.logtally.core",
                "requires transitive ch.qos.logback.classic",
                "requires transitive ch.qos.logback.core",
                "requires org.slf4j",
                "exports io.github.logtally.logback");
    }

    @Test
    void springBoot() {
        assertDescriptor(
                "logtally-spring-boot",
                "module io.github.logtally.spring",
                "requires java.base",
                "requires static org.jspecify",
                "requires io.github.logtally.core",
                "requires io.prometheus.metrics.model",
                "requires spring.boot.autoconfigure",
                "requires spring.context",
                "exports io.github.logtally.spring",
                "opens io.github.logtally.spring to [spring.core]");
    }

    @Test
    void rules() {
        assertDescriptor(
                "logtally-rules",
                "module io.github.logtally.rules",
                "requires java.base",
                "requires java.xml",
                "requires static ch.qos.logback.classic",
                "requires static ch.qos.logback.core",
                "requires static info.picocli",
                "requires static io.github.logtally.log4j",
                "requires static io.github.logtally.logback",
                "requires static io.prometheus.writer.text",
                "requires static org.apache.logging.log4j",
                "requires static org.apache.logging.log4j.core",
                "requires static org.jspecify",
                "requires static org.slf4j",
                "requires io.github.logtally.core",
                "requires io.prometheus.metrics.model",
                "requires org.snakeyaml.engine",
                "exports io.github.logtally.rules");
    }

    private static void assertDescriptor(String artifact, String... lines) {
        ModuleDescriptor descriptor =
                ModuleFinder.of(Jars.of(artifact)).findAll().iterator().next().descriptor();

        assertThat(descriptor.isAutomatic()).isFalse();
        assertThat(lines(descriptor)).containsExactlyInAnyOrder(lines);
    }

    private static List<String> lines(ModuleDescriptor descriptor) {
        return Stream.of(
                        Stream.of(modifiers(descriptor.modifiers()) + "module " + descriptor.name()),
                        descriptor.requires().stream().map(DescriptorTest::line),
                        descriptor.exports().stream().map(DescriptorTest::line),
                        descriptor.opens().stream().map(DescriptorTest::line),
                        descriptor.uses().stream().map(service -> "uses " + service),
                        descriptor.provides().stream().map(service -> "provides " + service),
                        descriptor.mainClass().stream().map(main -> "main " + main))
                .flatMap(lines -> lines)
                .toList();
    }

    private static String line(Requires requires) {
        return "requires " + modifiers(requires.modifiers()) + requires.name();
    }

    private static String line(Exports exports) {
        return modifiers(exports.modifiers()) + "exports " + exports.source() + targets(exports.targets());
    }

    private static String line(Opens opens) {
        return modifiers(opens.modifiers()) + "opens " + opens.source() + targets(opens.targets());
    }

    private static String targets(Set<String> targets) {
        return targets.isEmpty() ? "" : " to " + new TreeSet<>(targets);
    }

    private static String modifiers(Set<? extends Enum<?>> modifiers) {
        return modifiers.stream()
                .map(each -> each.name().toLowerCase(Locale.ROOT) + " ")
                .sorted()
                .collect(Collectors.joining());
    }
}
