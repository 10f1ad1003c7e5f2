package io.github.logtally.rules.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class LoggerNamesTest {
    private final LoggerNames names = new LoggerNames(List.of("com.acme.web", "com.acme"));

    @Test
    void shortName_isWhatItCanBeShortFor() {
        assertThat(name("c.a.web.Cart")).isEqualTo("com.acme.web.Cart");
        assertThat(name("c.a.w.Cart")).isEqualTo("com.acme.web.Cart");
        assertThat(name("c.a.shop.Cart")).isEqualTo("com.acme.shop.Cart");
        assertThat(name("com.acme")).isEqualTo("com.acme");
    }

    @Test
    void otherName_isItself() {
        assertThat(name("o.a.web.Cart")).isEqualTo("o.a.web.Cart");
        assertThat(name("Cart")).isEqualTo("Cart");
        assertThat(name("c.a")).isEqualTo("c.a");
        assertThat(name("")).isEmpty();
    }

    @Test
    void sameName_isTheSameString() {
        assertThat(name("a.b.C")).isSameAs(name("a.b.C"));
    }

    @Test
    void manyNames_areStillRead() {
        for (int i = 0; i < 100_000; i++) {
            assertThat(name("x.L" + i)).isEqualTo("x.L" + i);
        }
    }

    private String name(String written) {
        byte[] bytes = (">" + written + "<").getBytes(StandardCharsets.UTF_8);
        return names.name(bytes, 1, bytes.length - 1);
    }
}
