package io.github.logtally;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;
import java.util.stream.Collectors;

/** The arrows between the stages: what each package may know. */
@AnalyzeClasses(packages = "io.github.logtally", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule noCycles =
            slices().matching("io.github.logtally.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule coreKnowsNoLoggingFramework = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.logging..", "ch.qos.logback..", "org.slf4j..", "java.util.logging..");

    @ArchTest
    static final ArchRule oneClassKnowsOsgi = noClasses()
            .that()
            .doNotHaveSimpleName("BundleWatch")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.osgi.framework..");

    @ArchTest
    static final ArchRule spi = onlyKnows("spi", "spi");

    @ArchTest
    static final ArchRule config = onlyKnows("config", "config", "spi");

    @ArchTest
    static final ArchRule rulesfile = onlyKnows("rulesfile", "rulesfile", "config", "spi");

    /** The others do without the YAML library, which an application can leave out. */
    @ArchTest
    static final ArchRule yamlReaderAloneKnowsTheYamlLibrary = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("io.github.logtally.rulesfile.YamlReader")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.snakeyaml..");

    @ArchTest
    static final ArchRule buffer = onlyKnows("buffer", "buffer");

    @ArchTest
    static final ArchRule capture = onlyKnows("capture", "capture", "buffer", "spi");

    @ArchTest
    static final ArchRule worker = onlyKnows("worker", "worker", "buffer");

    @ArchTest
    static final ArchRule rule = onlyKnows("rule", "rule", "capture", "config", "series", "spi");

    @ArchTest
    static final ArchRule series = onlyKnows("series", "series", "config");

    @ArchTest
    static final ArchRule registry = onlyKnows("registry", "registry", "series", "config");

    @ArchTest
    static final ArchRule trial = onlyKnows("trial", "trial", "registry", "rule", "capture", "series", "config", "spi");

    @ArchTest
    static final ArchRule configKnowsNoThreads = noClasses()
            .that()
            .resideInAPackage("io.github.logtally.config")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("java.util.concurrent..")
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Thread.class);

    @ArchTest
    static final ArchRule ruleKnowsNoMetricsLibrary = noClasses()
            .that()
            .resideInAnyPackage(
                    "io.github.logtally.rule",
                    "io.github.logtally.config",
                    "io.github.logtally.capture",
                    "io.github.logtally.buffer",
                    "io.github.logtally.worker",
                    "io.github.logtally.spi")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.prometheus..");

    /** Other artifacts and users see these packages; everything else may change from day to day. */
    @ArchTest
    static void exportedPackages(JavaClasses all) {
        Set<String> exported = all.stream()
                .filter(type -> type.getSimpleName().equals("package-info"))
                .filter(type -> type.isAnnotatedWith("org.osgi.annotation.bundle.Export"))
                .map(JavaClass::getPackageName)
                .collect(Collectors.toSet());

        assertThat(exported)
                .containsExactlyInAnyOrder(
                        "io.github.logtally",
                        "io.github.logtally.rulesfile",
                        "io.github.logtally.spi",
                        "io.github.logtally.trial");
    }

    private static ArchRule onlyKnows(String name, String... known) {
        String[] allowed = new String[known.length + 5];
        for (int i = 0; i < known.length; i++) {
            allowed[i] = "io.github.logtally." + known[i];
        }
        allowed[known.length] = "java..";
        allowed[known.length + 1] = "io.prometheus..";
        allowed[known.length + 2] = "org.jspecify..";
        allowed[known.length + 3] = "org.osgi.annotation..";
        allowed[known.length + 4] = "org.snakeyaml.engine..";
        return classes()
                .that()
                .resideInAPackage("io.github.logtally." + name)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(allowed);
    }
}
