package io.github.logtally.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.logtally.spi.Element;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The tables of settings in the pages of both appenders: all settings, no other, each with the default that it has. */
class SettingTablesTest {
    private static final String LOG4J = "log4j-appender.md";
    private static final String LOGBACK = "logback-appender.md";

    private static final String APPENDER = "Settings of the appender";
    private static final String RULE = "Settings of a rule";
    private static final String KIND = "Settings of one kind of rule";
    private static final String CONDITIONS = "Conditions";
    private static final String LABEL = "Settings of a label";

    /** A row by the names of its columns. */
    private record Row(Map<String, String> cells) {
        String cell(String column) {
            return cells.getOrDefault(column, "");
        }

        String name() {
            return cell("Name").replace("`", "");
        }

        /** The default as a user can write it, or null where the cell has words. */
        String writtenDefault() {
            String text = cell("Default");
            return text.startsWith("`") && text.endsWith("`") ? text.substring(1, text.length() - 1) : "";
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {LOG4J, LOGBACK})
    void tables_haveEverySettingInTheOrderOfTheVocabulary(String page) throws IOException {
        List<String> ofARule = new ArrayList<>(Vocabulary.settings(MetricKind.COUNTER));
        ofARule.removeAll(Vocabulary.CONDITION_SETTINGS);

        assertThat(names(page, APPENDER)).isEqualTo(Vocabulary.APPENDER_SETTINGS);
        assertThat(names(page, RULE)).isEqualTo(ofARule);
        assertThat(names(page, CONDITIONS)).isEqualTo(Vocabulary.CONDITION_SETTINGS);
        assertThat(names(page, LABEL)).containsExactlyInAnyOrderElementsOf(Vocabulary.LABEL_SETTINGS);
        Map<String, List<String>> byKind = new LinkedHashMap<>();
        for (Row row : rows(page, KIND)) {
            byKind.computeIfAbsent(
                            row.cell("Of").replace("`", "").toLowerCase(java.util.Locale.ROOT),
                            kind -> new ArrayList<>())
                    .add(row.name());
        }
        for (MetricKind kind : MetricKind.values()) {
            List<String> own = new ArrayList<>(Vocabulary.settings(kind));
            own.removeAll(Vocabulary.settings(MetricKind.COUNTER));
            assertThat(byKind.getOrDefault(Vocabulary.word(kind).toLowerCase(java.util.Locale.ROOT), List.of()))
                    .isEqualTo(own);
        }
    }

    @Test
    void tables_areTheSameOnBothPages() throws IOException {
        for (String table : List.of(APPENDER, RULE, CONDITIONS, LABEL)) {
            assertThat(rows(LOG4J, table)).as(table).isEqualTo(rows(LOGBACK, table));
        }
        assertThat(rows(LOG4J, KIND).stream().map(row -> withoutElement(row)))
                .isEqualTo(rows(LOGBACK, KIND).stream()
                        .map(row -> withoutElement(row))
                        .toList());
    }

    @Test
    void default_ofTheAppender_isTheOneThatHolds() throws IOException {
        Element appender = Element.of("Logtally")
                .with("rules", "classpath:rules.yaml")
                .child(Element.of("Counter").with("name", "x_total").with("labels", "logger"));
        AppenderConfig unsaid = Configurations.compile(appender);

        Set<String> inWords = new TreeSet<>();
        for (Row row : rows(LOG4J, APPENDER)) {
            String written = row.writtenDefault();
            if (written.isEmpty()) {
                inWords.add(row.name());
            } else {
                assertThat(Configurations.compile(appender.with(row.name(), written)))
                        .as(row.name() + "=" + written)
                        .isEqualTo(unsaid);
            }
        }
        assertThat(inWords).containsExactly("labels", "name", "namespace", "rules");
    }

    @Test
    void default_ofOneKindOfRule_isTheOneThatHolds() throws IOException {
        Set<String> inWords = new TreeSet<>();
        for (Row row : rows(LOG4J, KIND)) {
            Element rule = Element.of(row.cell("Of").replace("`", ""))
                    .with("name", "x")
                    .with("value", "{arg:0}");
            String written = row.writtenDefault();
            if (written.isEmpty()) {
                inWords.add(row.name());
            } else {
                assertThat(Configurations.compile(rule(rule.with(row.name(), written))))
                        .as(row.name() + "=" + written)
                        .isEqualTo(Configurations.compile(rule(rule)));
            }
        }
        assertThat(inWords).containsExactly("quantiles");
    }

    @Test
    void default_ofRulesAndLabels_isInWords() throws IOException {
        for (String table : List.of(RULE, CONDITIONS, LABEL)) {
            assertThat(rows(LOG4J, table))
                    .allSatisfy(row ->
                            assertThat(row.writtenDefault()).as(row.name()).isEmpty());
        }
        assertThat(rows(LOG4J, RULE).stream()
                        .filter(row -> row.cell("Default").equals("the appender's"))
                        .map(Row::name))
                .isSubsetOf(Vocabulary.APPENDER_SETTINGS)
                .contains("maxSeries", "exemplars");
    }

    private static Element rule(Element rule) {
        return Element.of("Logtally").child(rule);
    }

    private static Row withoutElement(Row row) {
        Map<String, String> cells = new LinkedHashMap<>(row.cells());
        cells.computeIfPresent("Of", (column, cell) -> cell.toLowerCase(java.util.Locale.ROOT));
        return new Row(cells);
    }

    private static List<String> names(String page, String heading) throws IOException {
        return rows(page, heading).stream().map(Row::name).toList();
    }

    /** The rows of the table below a heading. */
    private static List<Row> rows(String page, String heading) throws IOException {
        String text = Files.readString(Path.of("../docs", page));
        int begin = text.indexOf("\n## " + heading + "\n");
        assertThat(begin).as(page + ": " + heading).isNotNegative();
        int next = text.indexOf("\n## ", begin + 1);
        List<List<String>> lines = text.substring(begin, next)
                .lines()
                .filter(line -> line.startsWith("|"))
                .map(line -> Stream.of(line.substring(1, line.lastIndexOf('|')).split("\\|", -1))
                        .map(String::strip)
                        .toList())
                .toList();
        List<String> columns = lines.get(0);
        assertThat(columns).containsSubsequence(Arrays.asList("Name", "Type", "Default", "Unit/range", "Description"));
        List<Row> rows = new ArrayList<>();
        for (List<String> line : lines.subList(2, lines.size())) {
            Map<String, String> cells = new LinkedHashMap<>();
            for (int i = 0; i < columns.size(); i++) {
                cells.put(columns.get(i), line.get(i));
            }
            rows.add(new Row(cells));
        }
        return rows;
    }
}
