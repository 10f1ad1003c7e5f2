package com.example.fleet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The Grafana dashboard. */
record Dashboard(JsonNode json) {
    static Dashboard read() throws IOException {
        return new Dashboard(new ObjectMapper()
                .readTree(Path.of("src/main/grafana/logtally.json").toFile()));
    }

    /** The panels that show something: no rows. */
    List<JsonNode> panels() {
        List<JsonNode> panels = new ArrayList<>();
        for (JsonNode panel : json.path("panels")) {
            if (!panel.path("type").asText().equals("row")) {
                panels.add(panel);
            }
        }
        return panels;
    }

    /** All expressions, as Grafana sends them for all instances. */
    List<String> expressions() {
        List<String> expressions = new ArrayList<>();
        for (JsonNode panel : panels()) {
            for (JsonNode target : panel.path("targets")) {
                expressions.add(target.path("expr")
                        .asText()
                        .replace("$__rate_interval", "1m")
                        .replace("$__range", "5m")
                        .replace("$job", "checkout")
                        .replace("$instance", ".+"));
            }
        }
        return expressions;
    }
}
