/** The bounded buffer between logging threads and the worker: preallocated slots, the oldest waiting one goes when it is full. Knows no rules. */
@NullMarked
package io.github.logtally.buffer;

import org.jspecify.annotations.NullMarked;
