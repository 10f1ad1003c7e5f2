package com.example.fleet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What stands in Prometheus' rule files. */
final class Rules {
    static final Path DIRECTORY = Path.of("src/main/prometheus");

    private Rules() {}

    /** A recording rule, or an alert. */
    record Rule(String name, String expression) {}

    static List<Rule> recording() throws IOException {
        return read("recording.yml", "record");
    }

    static List<Rule> alerts() throws IOException {
        return read("alerts.yml", "alert");
    }

    private static List<Rule> read(String file, String kind) throws IOException {
        List<Rule> rules = new ArrayList<>();
        for (JsonNode group : yaml(DIRECTORY.resolve(file)).path("groups")) {
            group.path("rules")
                    .forEach(rule -> rules.add(new Rule(
                            rule.required(kind).asText(), rule.required("expr").asText())));
        }
        return rules;
    }

    static JsonNode yaml(Path file) throws IOException {
        return new YAMLMapper().readTree(file.toFile());
    }
}
