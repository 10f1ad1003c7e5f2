package io.github.logtally.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** The schema that editors have and the reader that applications have are of one mind. */
class RulesFileSchemaTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void schema_isRightByTheSchemaOfSchemas() throws IOException {
        JsonSchema meta = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));

        assertThat(meta.validate(schema())).isEmpty();
    }

    @Test
    void schema_hasEverySettingOfARule_andNoOther() throws IOException {
        for (MetricKind kind : MetricKind.values()) {
            String key = Vocabulary.word(kind).toLowerCase(Locale.ROOT);
            Collection<String> settings = new TreeSet<>(Vocabulary.settings(kind));
            settings.remove("name");
            settings.addAll(List.of(key, "exclude"));

            assertThat(properties(key)).as(key).containsExactlyInAnyOrderElementsOf(settings);
        }
    }

    @Test
    void schema_hasEverySettingOfALabelAndAnExclude_andNoOther() throws IOException {
        assertThat(properties("label")).containsExactlyInAnyOrderElementsOf(Vocabulary.LABEL_SETTINGS);
        assertThat(properties("namedLabel"))
                .containsExactlyInAnyOrderElementsOf(Vocabulary.LABEL_SETTINGS.stream()
                        .filter(setting -> !setting.equals("name"))
                        .toList());
        assertThat(properties("exclude")).containsExactlyInAnyOrderElementsOf(Vocabulary.CONDITION_SETTINGS);
    }

    @Test
    void schema_describesEverySetting() throws IOException {
        JsonNode schema = schema();
        for (String part : List.of("counter", "gauge", "histogram", "summary", "label", "namedLabel", "exclude")) {
            for (String name : properties(part)) {
                JsonNode property = schema.at("/$defs/" + part + "/properties/" + name);
                JsonNode described = property.has("description")
                        ? property
                        : schema.at(property.path("$ref").asText().substring(1));
                assertThat(described.path("description").asText())
                        .as(part + " " + name)
                        .isNotBlank();
            }
        }
    }

    @TestFactory
    Stream<DynamicTest> rightFile_isRightBySchema() {
        return RulesCorpus.of("rules-right.txt").stream()
                .map(file -> dynamicTest(
                        file.title(), () -> assertThat(problems(file)).isEmpty()));
    }

    @TestFactory
    Stream<DynamicTest> wrongFile_isWrongBySchema_unlessNoSchemaCanSee() {
        return RulesCorpus.of("rules-wrong.txt").stream()
                .filter(file -> !file.says("#no yaml") && !file.says("#duplicate"))
                .map(file -> dynamicTest(file.title(), () -> {
                    if (file.says("#schema accepts")) {
                        assertThat(problems(file)).isEmpty();
                    } else {
                        assertThat(problems(file)).isNotEmpty();
                    }
                }));
    }

    @TestFactory
    Stream<DynamicTest> settingWrongByItself_isWrongForBoth() {
        return Stream.of(
                        "counter: a_total\n    onLimit: dorp",
                        "counter: a_total\n    maxSeries: many",
                        "counter: a_total\n    maxValues: 0",
                        "counter: a_total\n    maxLabelLength: 1.5",
                        "counter: a_total\n    expireAfter: 30",
                        "gauge: a\n    operation: sett\n    value: \"1\"",
                        "histogram: a\n    value: \"1\"\n    native: maybe",
                        "histogram: a",
                        "summary: a",
                        "summary: a\n    value: \"1\"\n    maxAge: 5",
                        "counter: a_total\n    value: \"{arg:0}\"\n    valueUnit: msec")
                .map(rule -> dynamicTest(rule, () -> {
                    String yaml = "metrics:\n  - " + rule + "\n";
                    assertThat(RulesFileMistakesTest.compile(yaml).refused()).isEqualTo(1);
                    assertThat(problems(new RulesCorpus.Sample(yaml, List.of())))
                            .isNotEmpty();
                }));
    }

    private static List<String> problems(RulesCorpus.Sample file) throws IOException {
        LoadSettings settings =
                LoadSettings.builder().setSchema(new CoreSchema()).build();
        JsonNode tree = JSON.valueToTree(new Load(settings).loadFromString(file.yaml()));
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(schema())
                .validate(tree)
                .stream()
                .map(Object::toString)
                .toList();
    }

    private static List<String> properties(String part) throws IOException {
        List<String> names = new ArrayList<>();
        schema().at("/$defs/" + part + "/properties").fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static JsonNode schema() throws IOException {
        try (InputStream in = Objects.requireNonNull(
                RulesFileSchemaTest.class.getResourceAsStream("/META-INF/schema/logtally-rules.schema.json"))) {
            return JSON.readTree(in);
        }
    }
}
