/** The logging thread's side: decides which rules an event can still match and copies what those rules read into a slot. */
@NullMarked
package io.github.logtally.capture;

import org.jspecify.annotations.NullMarked;
