/** Evaluates rules on captured events, on the worker's side. Knows no metrics library. */
@NullMarked
package io.github.logtally.rule;

import org.jspecify.annotations.NullMarked;
