package com.example.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The dashboard keeps to the types of Grafana's own package of schemas. */
@Tag("promtool")
class DashboardTest {
    private static final String SCHEMA = "classpath:grafana-dashboard.schema.json";

    /** Names of panels' types in the schema: what stands in their options, and in the custom part of their fields. */
    private static final Map<String, List<String>> PANELS = Map.of(
            "timeseries", List.of("TimeseriesOptions", "TimeseriesCustom"),
            "stat", List.of("StatOptions", ""),
            "table", List.of("TableOptions", "TableCustom"));

    @Test
    void dashboard_isValid() throws IOException {
        assertThat(mistakes("DashboardJson", Dashboard.read().json())).isEmpty();
    }

    @Test
    void panels_haveValidOptions() throws IOException {
        for (JsonNode panel : Dashboard.read().panels()) {
            List<String> types = PANELS.get(panel.path("type").asText());
            assertThat(types).as(panel.path("type").asText()).isNotNull();
            assertThat(mistakes(types.get(0), panel.required("options"))).isEmpty();
            JsonNode custom = panel.at("/fieldConfig/defaults/custom");
            if (types.get(1).isEmpty()) {
                assertThat(custom.isMissingNode()).isTrue();
            } else {
                assertThat(mistakes(types.get(1), custom)).isEmpty();
            }
        }
    }

    @Test
    void schema_refusesWhatIsNone() throws IOException {
        ObjectNode dashboard = (ObjectNode) Dashboard.read().json();
        ((ObjectNode) dashboard.at("/panels/1/gridPos")).put("w", "wide");
        dashboard.put("tittle", "x");
        ObjectNode options = (ObjectNode) dashboard.at("/panels/1/options");
        ((ObjectNode) options.path("legend")).put("placement", "left");

        assertThat(mistakes("DashboardJson", dashboard)).hasSizeGreaterThanOrEqualTo(2);
        assertThat(mistakes("TimeseriesOptions", options)).hasSize(1);
    }

    @Test
    void dataSource_isAVariableEverywhere() throws IOException {
        Dashboard dashboard = Dashboard.read();

        assertThat(dashboard.json().at("/templating/list/0/type").asText()).isEqualTo("datasource");
        assertThat(dashboard.json().findValues("datasource"))
                .hasSizeGreaterThan(dashboard.panels().size())
                .allSatisfy(source -> assertThat(source.path("uid").asText()).isEqualTo("${datasource}"));
    }

    @Test
    void panels_haveIdsAndPlacesOfTheirOwn() throws IOException {
        Set<Integer> ids = new HashSet<>();
        Set<String> cells = new HashSet<>();
        for (JsonNode panel : Dashboard.read().json().path("panels")) {
            assertThat(ids.add(panel.required("id").asInt())).isTrue();
            JsonNode place = panel.required("gridPos");
            int x = place.path("x").asInt();
            int y = place.path("y").asInt();
            assertThat(x + place.path("w").asInt()).isLessThanOrEqualTo(24);
            for (int column = x; column < x + place.path("w").asInt(); column++) {
                for (int line = y; line < y + place.path("h").asInt(); line++) {
                    assertThat(cells.add(column + "," + line))
                            .as(panel.path("title").asText())
                            .isTrue();
                }
            }
        }
    }

    private static Set<ValidationMessage> mistakes(String type, JsonNode json) {
        JsonSchema schema = JsonSchemaFactory.getInstance(VersionFlag.V7)
                .getSchema(SchemaLocation.of(SCHEMA + "#/definitions/" + type));
        return schema.validate(json);
    }
}
