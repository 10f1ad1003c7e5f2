/** Runs Prometheus for tests and asks it. */
@NullMarked
package io.github.logtally.prometheus;

import org.jspecify.annotations.NullMarked;
