/** Rules in tests: what an application logs is counted as its appender would, and asserted. */
@Export
@Version("0.1.0")
@NullMarked
package io.github.logtally.rules;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
