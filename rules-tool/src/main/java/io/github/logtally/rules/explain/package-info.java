/** Why a rule counts an event, or does not. */
@NullMarked
package io.github.logtally.rules.explain;

import org.jspecify.annotations.NullMarked;
