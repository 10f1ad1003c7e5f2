package io.github.logtally.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What every appender does, from a configuration file through the framework's loggers to the scraped text. An appender's
 * test extends this and brings the framework and the configuration files; the files of all frameworks have the same
 * names and say the same.
 */
public abstract class AppenderContract
        implements AppenderSettingsContract,
                ArgumentContract,
                BadConfigurationContract,
                BoundsContract,
                ConcurrencyContract,
                ConditionContract,
                DiscoveryContract,
                ExampleContract,
                ExemplarContract,
                ExpositionContract,
                FailureContract,
                HostileArgumentContract,
                HostileEventContract,
                LabelContract,
                LifecycleContract,
                MessagePatternContract,
                MetricKindContract,
                OwnMetricsContract,
                ReconfigurationContract,
                ReferenceContract,
                RegistryContract,
                RulesFileContract,
                RunawayRegexContract,
                ValueContract {
    private static final List<String> FILES = List.of(
            "after",
            "all-broken",
            "arguments",
            "before",
            "behind-async",
            "binding",
            "bounds",
            "broken",
            "broken-appender",
            "broken-references",
            "broken-shared",
            "clash",
            "concurrency",
            "conditions",
            "defined-after",
            "defined-before",
            "discovery",
            "discovery-many",
            "discovery-rules",
            "example",
            "exemplars",
            "exemplars-off",
            "failures",
            "filters",
            "hostile",
            "kept",
            "kept-broken",
            "labels",
            "limits",
            "metrics",
            "namespace",
            "no-rules",
            "no-rules-namespace",
            "own-metrics",
            "patterns",
            "references",
            "reload",
            "reload-other",
            "removed",
            "rename-after",
            "rename-before",
            "rules",
            "rules-broken",
            "rules-broken-all",
            "rules-refresh",
            "rules-refresh-discovery",
            "runaway",
            "small-buffer",
            "stop",
            "twins",
            "two-appenders",
            "values",
            "without");

    /** For the appender's own test. */
    protected AppenderContract() {}

    @Test
    void configurationFiles_areThoseOfTheContractAndLoad() {
        assertThat(presentFiles()).isEqualTo(FILES);
        for (String file : FILES) {
            try (LoggingContext context = open(file)) {
                if (file.contains("broken")) {
                    assertThat(context.problems()).as(file).isNotEmpty();
                } else {
                    assertThat(context.problems()).as(file).isEmpty();
                }
            }
        }
    }

    /** Where a configuration file of the contract is. */
    protected static URL location(String file) {
        return Objects.requireNonNull(
                AppenderContract.class.getResource("/contract/" + file + ".xml"), () -> "no configuration " + file);
    }

    private static List<String> presentFiles() {
        try (Stream<Path> files =
                Files.list(Path.of(location("example").toURI()).resolveSibling(""))) {
            return files.map(file -> file.getFileName().toString())
                    .map(name -> name.replaceFirst("\\.xml$", ""))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
