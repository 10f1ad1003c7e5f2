/** Layout patterns of Logback and Log4j 2, turned round: what they wrote is read. */
@NullMarked
package io.github.logtally.rules.layout;

import org.jspecify.annotations.NullMarked;
