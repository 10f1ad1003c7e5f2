/** The command line: one class for each command. */
@NullMarked
package io.github.logtally.rules.cli;

import org.jspecify.annotations.NullMarked;
