/** Turns the raw settings of an appender into checked definitions, or says what is wrong with them. Knows no threads. */
@NullMarked
package io.github.logtally.config;

import org.jspecify.annotations.NullMarked;
