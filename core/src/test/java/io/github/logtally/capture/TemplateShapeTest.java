package io.github.logtally.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TemplateShapeTest {
    @Test
    void of_splitsAtArguments() {
        assertThat(literals("a {} b {}", 2)).containsExactly("a ", " b ", "");
    }

    @Test
    void of_holesWithoutArgument_stayText() {
        assertThat(literals("a {} b {}", 1)).containsExactly("a ", " b {}");
        assertThat(literals("a {} b {}", 0)).containsExactly("a {} b {}");
    }

    @Test
    void of_moreArgumentsThanHoles_ignoresThem() {
        assertThat(literals("a {}", 3)).containsExactly("a ", "");
    }

    @Test
    void of_escapedHole_isText() {
        assertThat(literals("a \\{} {}", 1)).containsExactly("a {} ", "");
    }

    @Test
    void of_backslashElsewhere_isText() {
        assertThat(literals("C:\\temp {}", 1)).containsExactly("C:\\temp ", "");
    }

    @Test
    void of_textWithoutHoles_isItself() {
        assertThat(literals("\\\\host\\share", 0)).containsExactly("\\\\host\\share");
        assertThat(literals("\\\\host\\share", 1)).containsExactly("\\\\host\\share");
    }

    @Test
    void of_whereFrameworksDiffer_isUnknown() {
        assertThat(TemplateShape.of("a \\\\{} {}", 2)).isNull();
        assertThat(TemplateShape.of("a \\\\ {}", 1)).isNull();
        assertThat(TemplateShape.of("a \\{}", 1)).isNull();
        assertThat(TemplateShape.of("a \\{} {}", 0)).isNull();
        assertThat(TemplateShape.of("a \\{} {} {}", 1)).isNull();
    }

    private static List<String> literals(String template, int arguments) {
        TemplateShape shape = TemplateShape.of(template, arguments);
        assertThat(shape).isNotNull();
        return shape.literals();
    }
}
