package io.github.logtally.rules.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LayoutsTest {
    /** As Spring Boot writes it: bare, with the application's name, with names and the ids of a trace. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-01-01T12:00:00.000Z  INFO 4242 --- [           main] c.acme.shop.Shop                         : Started",
                "2026-01-01T12:00:00.000+01:00  INFO 4242 --- [shop] [           main] c.acme.shop.Shop                         : Started",
                "2026-01-01T12:00:00.000Z  INFO 4242 --- [shop] [           main] [0123456789abcdef0123456789abcdef-0123456789abcdef] c.acme.shop.Shop                         : Started",
                "2026-01-01T12:00:00.000Z  INFO 4242 --- [shop] [group] [           main] [                                                 ] c.acme.shop.Shop                         : Started"
            })
    void springBoot_isRead(String line) throws Exception {
        List<Read> read = Read.all(Layouts.of("spring-boot"), line + "\n");

        assertThat(read)
                .containsExactly(new Read("INFO", "c.acme.shop.Shop", "main", "Started", null, null, null, null, null));
        assertThat(Layouts.of("spring-boot").shortensLoggers()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "2026-01-01 12:00:00.000 INFO  [main] a.B - x; %d{yyyy-MM-dd HH:mm:ss.SSS} %-5level [%t] %logger - %msg%n",
                "2026-01-01 12:00:00,000 [main] INFO  a.B - x; %d [%t] %-5level %logger - %msg%n",
                "12:00:00.000 [main] INFO  a.B -- x; %d{HH:mm:ss.SSS} [%t] %-5level %logger{36} -- %msg%n",
                "2026-01-01 12:00:00.000  INFO 1 --- [           main] a.B                                      : x; spring-boot-2"
            })
    void usualLayout_isFound(String line, String layout) {
        byte[] bytes = line.getBytes(StandardCharsets.UTF_8);

        assertThat(Layouts.thatWrote(bytes, bytes.length)).isNotNull().satisfies(found -> assertThat(found.describe())
                .isEqualTo(layout));
    }

    @Test
    void unusualLayout_isNotFound() {
        byte[] bytes = "INFO: something".getBytes(StandardCharsets.UTF_8);

        assertThat(Layouts.thatWrote(bytes, bytes.length)).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "%d %level%n; there is no %msg in it",
                "%d %foo %msg; '%foo %msg': there is no such conversion word",
                "%d %thread%msg; nothing tells where THREAD ends",
                "%d %cyan(%level %msg; the parenthesis is not closed",
                "%d{HH:mm %msg; the brace is not closed",
                "%level%n%msg; there is a %n before %msg",
                "${app.name} %msg; write what stands there in the log",
                "logstash-v2; is neither a layout pattern"
            })
    void layoutThatCannotBeRead_saysWhy(String layout, String why) {
        assertThatThrownBy(() -> Layouts.of(layout))
                .isInstanceOf(LayoutException.class)
                .hasMessageContaining(why);
    }

    @Test
    void lineThatIsNone_saysWhere() throws Exception {
        assertThat(Layouts.of("%d %-5level [%t] %msg%n").whyNot("2026-01-01 12:00:00,000 main: x"))
                .isEqualTo("column 25 is not a level");
    }
}
