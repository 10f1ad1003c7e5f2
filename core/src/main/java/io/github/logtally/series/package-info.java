/** Metric families with bounded series. Knows no logging. */
@NullMarked
package io.github.logtally.series;

import org.jspecify.annotations.NullMarked;
