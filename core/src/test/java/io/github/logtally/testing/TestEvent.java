package io.github.logtally.testing;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An event of no framework, with everything a rule can read. */
public final class TestEvent {
    String level = "INFO";
    String logger = "com.acme.Shop";

    @Nullable
    String template;

    @Nullable
    Object[] arguments = {};

    @Nullable
    String marker;

    @Nullable
    Throwable throwable;

    final Map<String, Object> mdc = new LinkedHashMap<>();
    final Map<String, Object> fields = new LinkedHashMap<>();

    private TestEvent(@Nullable String template, @Nullable Object... arguments) {
        this.template = template;
        this.arguments = arguments;
    }

    public static TestEvent of(String template, @Nullable Object... arguments) {
        return new TestEvent(template, arguments);
    }

    public TestEvent level(String name) {
        level = name;
        return this;
    }

    public TestEvent logger(String name) {
        logger = name;
        return this;
    }

    public TestEvent marker(String name) {
        marker = name;
        return this;
    }

    public TestEvent throwable(Throwable thrown) {
        throwable = thrown;
        return this;
    }

    public TestEvent mdc(String key, Object value) {
        mdc.put(key, value);
        return this;
    }

    public TestEvent field(String key, Object value) {
        fields.put(key, value);
        return this;
    }
}
