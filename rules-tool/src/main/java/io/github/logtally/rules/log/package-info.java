/** Log text as events that rules can read: lines joined to events, whatever their format. */
@NullMarked
package io.github.logtally.rules.log;

import org.jspecify.annotations.NullMarked;
