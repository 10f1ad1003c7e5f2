/** The tests that every appender passes: from a real configuration file through the framework to the scraped text. */
@NullMarked
package io.github.logtally.contract;

import org.jspecify.annotations.NullMarked;
