/** Rules run over events that are there already: on the calling thread, without a buffer, with somebody looking on. */
@Export
@Version("0.1.0")
@NullMarked
package io.github.logtally.trial;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
