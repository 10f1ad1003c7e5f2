/** Finds the mistakes in rules, wherever they are written. */
@NullMarked
package io.github.logtally.rules.check;

import org.jspecify.annotations.NullMarked;
