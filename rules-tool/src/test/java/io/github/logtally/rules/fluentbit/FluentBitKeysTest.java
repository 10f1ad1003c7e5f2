package io.github.logtally.rules.fluentbit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.logtally.rules.check.RuleCheck;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever a filter says is found again in the rules, as a setting or in a comment. */
class FluentBitKeysTest {
    @TempDir
    Path folder;

    /** The keys of Fluent Bit's documentation and of its source, and some that it does not have. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            add_label              | kind $mdc['kind']   | '{mdc:kind}'
            alias                  | my alias            | my alias
            bucket                 | 0.75                | 0.75
            discard_logs           | true                | discard_logs true
            emitter_mem_buf_limit  | 11M                 | 11M
            emitter_name           | my_emitter          | my_emitter
            exclude                | message secret      | 'regex: secret'
            flush_interval_nsec    | 123                 | 123
            flush_interval_sec     | 456                 | 456
            kubernetes_mode        | on                  | kubernetes_mode on
            kubernetes_mode        | off                 | kubernetes_mode off
            label                  | kind $mdc['kind']   | '{mdc:kind}'
            label_field            | color               | '{mdc:color}'
            log_level              | trace               | trace
            match                  | my.*                | my.*
            match_regex            | my.+                | my.+
            metric_description     | My words            | 'help: My words'
            metric_mode            | gauge               | 'gauge: '
            metric_mode            | summary             | metric_mode summary
            metric_name            | my_name             | my_name
            metric_namespace       | my_namespace        | my_namespace_
            metric_subsystem       | my_subsystem        | my_subsystem
            regex                  | message open        | 'regex: open'
            regex                  | no_regex            | no_regex
            tag                    | my_tag              | my_tag
            value_field            | bytes               | value_field bytes
            unheard_of             | whatever            | whatever
            """)
    void key_isASettingOrAComment(String key, String value, String found) throws IOException {
        for (String mode : new String[] {"counter", "gauge", "histogram"}) {
            String rules = imported(
                    "[FILTER]\n  Name log_to_metrics\n  Metric_Mode " + mode + "\n  " + key + " " + value + "\n");
            assertThat(rules).contains(found);
        }
    }

    @Test
    void key_ofAnyCaseIsTheSame() throws IOException {
        assertThat(
                        imported(
                                "[filter]\n  NAME Log_To_Metrics\n  METRIC_NAMESPACE a\n  metric_subsystem b\n  Metric_Name c\n"))
                .contains("- counter: a_b_c_total\n");
        Path yaml = Files.writeString(
                folder.resolve("a.yaml"),
                "pipeline: {filters: [{name: log_to_metrics, metricNamespace: a, metricSubsystem: b, metricName: c}]}");
        assertThat(FluentBitImport.of(yaml, Map.of(), RuleCheck::problems).text())
                .contains("- counter: a_b_c_total\n");
    }

    @Test
    void section_thatIsNoMetricIsNamed() throws IOException {
        assertThat(imported("[SERVICE]\n  Flush 1\n[FILTER]\n  Name modify\n  Rename a b\n[CUSTOM]\n  Name calyptia\n"))
                .contains("SERVICE (fluent-bit.conf, line 1)", "CUSTOM calyptia (fluent-bit.conf, line 6)")
                .contains("FILTER modify (fluent-bit.conf, line 3) is not taken over")
                .contains("It has no filter log_to_metrics.", "metrics: []");
    }

    @Test
    void include_ofItselfEnds() throws IOException {
        assertThat(imported("@INCLUDE fluent-bit.conf\n")).contains("files include each other too often");
    }

    @Test
    void yaml_thatIsNoneIsSaidWithItsLine() throws IOException {
        Path yaml = Files.writeString(folder.resolve("a.yaml"), "pipeline:\n  filters: [\n");
        FluentBitImport.Result result = FluentBitImport.of(yaml, Map.of(), RuleCheck::problems);
        assertThat(result.toMend()).isEqualTo(1);
        assertThat(result.text()).contains("TO MEND: a.yaml, line 3: no YAML: ");
    }

    private String imported(String configuration) throws IOException {
        Path file = Files.writeString(folder.resolve("fluent-bit.conf"), configuration);
        return FluentBitImport.of(file, Map.of(), RuleCheck::problems).text();
    }
}
