/** Logtally in a Spring Boot application: metrics from log events stand where the application's own metrics are. */
@Export
@NullMarked
@Open("spring.core")
@Version("0.1.0")
package io.github.logtally.spring;

import aQute.bnd.annotation.jpms.Open;
import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
