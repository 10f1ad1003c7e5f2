package io.github.logtally.config;

import org.jspecify.annotations.Nullable;

/**
 * A condition on an MDC entry or a field.
 *
 * @param key its key
 * @param value the glob that its text must match, or null where it need only be present
 */
public record EntryCondition(String key, @Nullable Glob value) {}
