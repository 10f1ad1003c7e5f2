package io.github.logtally.series;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the compiler makes of the code must link with every version of the client that is supported. */
class ClientLinkageTest {
    /** Not public in the oldest client supported: to name it as the owner of a method is an IllegalAccessError there. */
    private static final String HIDDEN_BEFORE = "io.prometheus.metrics.core.metrics.StatefulMetric";

    @Test
    void classesThatOlderClientsHide_areNotNamed() {
        Set<JavaAccess<?>> accesses = new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("io.github.logtally.series", "io.github.logtally.registry")
                        .stream()
                        .flatMap(each -> each.getAccessesFromSelf().stream())
                        .filter(access -> access.getTargetOwner().getName().startsWith("io.prometheus."))
                        .collect(Collectors.toSet());
        assertThat(accesses).isNotEmpty();
        assertThat(accesses)
                .noneMatch(access -> access.getTargetOwner().getName().startsWith(HIDDEN_BEFORE));
    }
}
