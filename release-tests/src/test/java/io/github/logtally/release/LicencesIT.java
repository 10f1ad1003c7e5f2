package io.github.logtally.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** What a published module needs, as its SBOM has it, those that the application brings included. */
class LicencesIT {
    private static final Set<String> ALLOWED = Set.of("Apache-2.0", "EPL-1.0", "EPL-2.0", "MIT");
    private static final XPath PATHS = XPathFactory.newInstance().newXPath();

    static List<Published> modules() {
        return Published.modules();
    }

    @ParameterizedTest
    @MethodSource("modules")
    void dependency_isUnderALicenceThatIsAllowed(Published module) throws Exception {
        List<Node> components = nodes(sbom(module), "/bom/components/component");

        assertThat(components).isNotEmpty().allSatisfy(component -> assertThat(licences(component))
                .as("licences of %s", nodes(component, "purl").get(0).getTextContent())
                .containsAnyElementsOf(ALLOWED));
    }

    @ParameterizedTest
    @MethodSource("modules")
    void sbom_isOfTheModule(Published module) throws Exception {
        assertThat(nodes(sbom(module), "/bom/metadata/component/purl").get(0).getTextContent())
                .isEqualTo("pkg:maven/io.github.logtally/" + module.artifact() + "@" + Published.VERSION + "?type=jar");
    }

    private static Document sbom(Published module) throws Exception {
        assertThat(module.sbom()).as("an SBOM, which Maven makes online only").isRegularFile();
        try (var xml = Files.newInputStream(module.sbom())) {
            return DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .parse(xml);
        }
    }

    private static List<String> licences(Node component) throws Exception {
        List<String> licences = new ArrayList<>();
        for (Node licence : nodes(component, "licenses/license/id | licenses/license/name | licenses/expression")) {
            // An expression of which one is to be chosen: (Apache-2.0 OR EPL-2.0)
            licences.addAll(
                    List.of(licence.getTextContent().replaceAll("[()]", "").split(" OR ")));
        }
        return licences;
    }

    private static List<Node> nodes(Node from, String path) throws Exception {
        NodeList found = (NodeList) PATHS.evaluate(path, from, XPathConstants.NODESET);
        return IntStream.range(0, found.getLength()).mapToObj(found::item).toList();
    }
}
