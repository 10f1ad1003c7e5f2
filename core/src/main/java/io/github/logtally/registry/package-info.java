/** The process-wide table of metric families and their exposition in Prometheus registries. */
@NullMarked
package io.github.logtally.registry;

import org.jspecify.annotations.NullMarked;
