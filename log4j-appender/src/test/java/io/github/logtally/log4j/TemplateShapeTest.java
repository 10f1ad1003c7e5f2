package io.github.logtally.log4j;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.logtally.capture.TemplateShape;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.apache.logging.log4j.message.ParameterizedMessage;
import org.apache.logging.log4j.message.SimpleMessage;
import org.junit.jupiter.api.Test;

/** What the core takes a template for is what Log4j makes of it. */
class TemplateShapeTest {
    private static final String[] PIECES = {"{}", "{}", "{}", "\\", "{", "}", "a", " "};

    @Test
    void shape_filledIn_isTheMessage() {
        Random random = new Random(42);
        int shapes = 0;
        for (int i = 0; i < 200_000; i++) {
            String template = template(random);
            Object[] arguments = new Object[random.nextInt(4)];
            Arrays.setAll(arguments, index -> "<" + index + ">");

            TemplateShape shape = TemplateShape.of(template, arguments.length);

            if (shape != null) {
                shapes++;
                assertThat(filled(shape))
                        .as("'%s' with %s arguments", template, arguments.length)
                        .isEqualTo(new ParameterizedMessage(template, arguments).getFormattedMessage());
                if (arguments.length == 0) {
                    assertThat(filled(shape)).isEqualTo(new SimpleMessage(template).getFormattedMessage());
                }
            }
        }
        assertThat(shapes).isGreaterThan(100_000);
    }

    private static String template(Random random) {
        StringBuilder template = new StringBuilder();
        for (int length = random.nextInt(8); length >= 0; length--) {
            template.append(PIECES[random.nextInt(PIECES.length)]);
        }
        // Log4j cannot format an escaped brace at the very end
        return template.append('.').toString();
    }

    private static String filled(TemplateShape shape) {
        List<String> literals = shape.literals();
        StringBuilder text = new StringBuilder(literals.get(0));
        for (int hole = 0; hole < shape.holes(); hole++) {
            text.append('<').append(hole).append('>').append(literals.get(hole + 1));
        }
        return text.toString();
    }
}
