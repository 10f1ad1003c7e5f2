/** Turns the {@code log_to_metrics} filters of Fluent Bit into rules. */
@NullMarked
package io.github.logtally.rules.fluentbit;

import org.jspecify.annotations.NullMarked;
