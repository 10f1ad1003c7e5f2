/** Reads rules files: YAML in, raw elements with their places out. Judges nothing that the configuration's compiler can. */
@Export
@Version("0.1.0")
@NullMarked
package io.github.logtally.rulesfile;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
