package io.github.logtally.release;

import static org.assertj.core.api.Assertions.assertThat;

import aQute.bnd.header.Parameters;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is in the jars of each published module. */
class JarsIT {
    private static final String OURS = "io.github.logtally";

    static List<Published> modules() {
        return Published.modules();
    }

    @ParameterizedTest
    @MethodSource("modules")
    void jars_sayTheirLicence(Published module) throws IOException {
        for (String classifier : List.of("", "-sources", "-javadoc")) {
            try (JarFile jar = new JarFile(module.jar(classifier).toFile())) {
                for (String file : List.of("LICENSE", "NOTICE")) {
                    assertThat(jar.getEntry("META-INF/" + file))
                            .as("%s in %s", file, jar.getName())
                            .isNotNull();
                    assertThat(jar.getInputStream(jar.getEntry("META-INF/" + file)))
                            .hasBinaryContent(Files.readAllBytes(Published.ROOT.resolve(file)));
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("modules")
    void jar_holdsNothingOfOthers(Published module) throws IOException {
        assertThat(entries(module, ""))
                .filteredOn(entry -> entry.endsWith(".class") && !entry.equals("module-info.class"))
                .isNotEmpty()
                .allMatch(entry -> entry.startsWith(OURS.replace('.', '/') + "/"));
    }

    @ParameterizedTest
    @MethodSource("modules")
    void sources_areThoseOfTheClasses(Published module) throws IOException {
        Set<String> sources = entries(module, "-sources").stream()
                .filter(entry -> entry.endsWith(".java"))
                .map(entry -> entry.substring(0, entry.length() - ".java".length()))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(entries(module, "").stream()
                        .filter(entry -> entry.matches("[^$]+\\.class") && !entry.equals("module-info.class"))
                        .map(entry -> entry.substring(0, entry.length() - ".class".length())))
                .isNotEmpty()
                .allMatch(sources::contains);
    }

    @ParameterizedTest
    @MethodSource("modules")
    void javadoc_isOfWhatIsExported(Published module) throws IOException {
        Set<String> described = entries(module, "-javadoc").stream()
                .filter(entry -> entry.endsWith("/package-summary.html"))
                .map(entry -> entry.substring(0, entry.lastIndexOf('/')).replace('/', '.'))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(described).isEqualTo(header(module, "Export-Package").keySet());
    }

    private static Set<String> entries(Published module, String classifier) throws IOException {
        try (JarFile jar = new JarFile(module.jar(classifier).toFile())) {
            return jar.stream().map(Object::toString).collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static Parameters header(Published module, String name) throws IOException {
        try (JarFile jar = new JarFile(module.jar("").toFile())) {
            return new Parameters(jar.getManifest().getMainAttributes().getValue(name));
        }
    }
}
