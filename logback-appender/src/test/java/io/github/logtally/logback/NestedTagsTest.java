package io.github.logtally.logback;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NestedTagsTest {
    @ParameterizedTest
    @CsvSource({
        "counter, Counter",
        "LABEL, Label",
        "conter, conter",
        "cuonter, cuonter",
        "guage, guage",
        "histogramm, histogramm",
        "sumary, sumary",
        "lable, lable",
        "exclud, exclud"
    })
    void tagLikeANestedElement_isOne(String tag, String kind) {
        assertThat(NestedTags.isMeant(tag)).isTrue();
        assertThat(NestedTags.kindOf(tag)).isEqualTo(kind);
    }

    @ParameterizedTest
    @ValueSource(strings = {"labels", "lables", "mesage", "valeu", "layout", "encoder", "timer", "x", ""})
    void anyOtherTag_isASetting(String tag) {
        assertThat(NestedTags.isMeant(tag)).isFalse();
    }
}
