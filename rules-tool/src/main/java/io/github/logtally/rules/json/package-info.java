/** Logs of one JSON object a line, as the usual encoders of both frameworks write them. */
@NullMarked
package io.github.logtally.rules.json;

import org.jspecify.annotations.NullMarked;
