/** What came of a log that rules were run over. */
@NullMarked
package io.github.logtally.rules.report;

import org.jspecify.annotations.NullMarked;
