/** Metrics from log events inside the JVM: the public entry points, and the engine that every appender runs. */
@Export
@Version("0.1.0")
@NullMarked
package io.github.logtally;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
