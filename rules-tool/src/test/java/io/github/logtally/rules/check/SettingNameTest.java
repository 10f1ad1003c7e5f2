package io.github.logtally.rules.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.logtally.config.MetricKind;
import io.github.logtally.config.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The settings that the check knows are those of the core. */
class SettingNameTest {
    @Test
    void settings_areThoseOfTheCore() {
        for (MetricKind kind : MetricKind.values()) {
            List<String> known = new ArrayList<>(SettingName.METRIC);
            known.addAll(SettingName.CONDITIONS);
            known.addAll(SettingName.LIMITS);
            known.addAll(SettingName.OF_KIND.get(Vocabulary.word(kind)));
            assertThat(known).containsExactlyInAnyOrderElementsOf(Vocabulary.settings(kind));
        }
        assertThat(SettingName.LABEL).containsExactlyElementsOf(Vocabulary.LABEL_SETTINGS);
        assertThat(SettingName.of("MINLEVEL")).isEqualTo("minLevel");
        assertThat(SettingName.of("nope")).isEqualTo("nope");
    }
}
