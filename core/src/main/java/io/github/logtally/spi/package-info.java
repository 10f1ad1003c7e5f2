/** What a logging framework's adapter gives the core: events to read, raw settings, and a place to report to. */
@Export
@Version("0.1.0")
@NullMarked
package io.github.logtally.spi;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
