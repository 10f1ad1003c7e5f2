package io.github.logtally.log4j;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Log4j's processor writes the reflection metadata of its own annotations only. */
class NativeImageTest {
    private static final String METADATA =
            "/META-INF/native-image/io.github.logtally/logtally-log4j-appender/reflect-config.json";

    @Test
    void metadata_namesEveryFieldOfOurAnnotation() throws IOException {
        JsonNode type;
        try (InputStream json = NativeImageTest.class.getResourceAsStream(METADATA)) {
            type = new ObjectMapper().readTree(json).get(0);
        }

        assertThat(type.get("name").asText()).isEqualTo(LogtallyAppender.Builder.class.getName());
        assertThat(type.get("fields").findValuesAsText("name"))
                .containsExactlyElementsOf(Arrays.stream(LogtallyAppender.Builder.class.getDeclaredFields())
                        .filter(field -> field.isAnnotationPresent(ElementTree.class))
                        .map(field -> field.getName())
                        .toList());
    }
}
