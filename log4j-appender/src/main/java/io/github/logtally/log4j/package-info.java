/** The Log4j 2 appender of Logtally. */
@Export
@NullMarked
@Version("0.1.0")
package io.github.logtally.log4j;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
