package io.github.logtally.rules.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.logtally.spi.LoggedThrowable;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StackTracesTest {
    private static final String FRAME = "\n\tat com.acme.Shop.sell(Shop.java:7)";

    @Test
    void trace_beginsWithItsException() {
        assertThat(traceOf("second line\ncom.acme.Closed: for\nthe night" + FRAME))
                .isEqualTo("com.acme.Closed: for\nthe night" + FRAME);
        assertThat(traceOf("Closed" + FRAME)).isEqualTo("Closed" + FRAME);
        assertThat(traceOf("java.lang.OutOfMemoryError: heap")).isEqualTo("java.lang.OutOfMemoryError: heap");
    }

    @Test
    void message_isNoTrace() {
        assertThat(traceOf("second line\nthird: line\n  at the end")).isEmpty();
        assertThat(traceOf("second")).isEmpty();
    }

    @Test
    void causes_areAChain() {
        assertThat(chain("com.acme.A: x" + FRAME + "\nCaused by: com.acme.B: y" + FRAME
                        + "\n\t... 3 common frames omitted\nCaused by: com.acme.C"))
                .containsExactly("com.acme.A", "com.acme.B", "com.acme.C");
    }

    @Test
    void rootFirst_isTheSameChain() {
        assertThat(chain("com.acme.C: z" + FRAME + "\nWrapped by: com.acme.B: y" + FRAME + "\nWrapped by: com.acme.A"))
                .containsExactly("com.acme.A", "com.acme.B", "com.acme.C");
    }

    @Test
    void suppressed_isNoCause() {
        assertThat(chain("com.acme.A: x" + FRAME + "\n\tSuppressed: com.acme.S" + FRAME + "\n\tCaused by: com.acme.T"
                        + FRAME + "\nCaused by: com.acme.B"))
                .containsExactly("com.acme.A", "com.acme.B");
    }

    @Test
    void superclasses_areKnownOfTheJdk() {
        LoggedThrowable timeout = StackTraces.named("java.net.SocketTimeoutException");

        assertThat(timeout.isOf("java.io.IOException")).isTrue();
        assertThat(timeout.isOf("java.lang.Exception")).isTrue();
        assertThat(StackTraces.named("com.acme.Closed").isOf("java.lang.Exception"))
                .isFalse();
        assertThat(StackTraces.named("java.lang.Nowhere").isOf("java.lang.Exception"))
                .isFalse();
    }

    private static String traceOf(String lines) {
        byte[] bytes = lines.getBytes(StandardCharsets.UTF_8);
        int start = StackTraces.find(bytes, 0, bytes.length);
        return new String(bytes, start, bytes.length - start, StandardCharsets.UTF_8);
    }

    private static List<String> chain(String trace) {
        byte[] bytes = trace.getBytes(StandardCharsets.UTF_8);
        List<String> names = new ArrayList<>();
        @Nullable Throwable each = StackTraces.read(bytes, 0, bytes.length);
        while (each instanceof LoggedThrowable logged) {
            names.add(logged.className());
            each = each.getCause();
        }
        return names;
    }
}
