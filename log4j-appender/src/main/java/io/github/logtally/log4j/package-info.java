/** The Log4j 2 appender of Logtally. */
@Export
@NullMarked
@Open("org.apache.logging.log4j.core")
@Version("0.1.0")
package io.github.logtally.log4j;

import aQute.bnd.annotation.jpms.Open;
import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
