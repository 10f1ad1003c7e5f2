/** Reads rules files: YAML in, raw elements with their places out. Judges nothing that the configuration's compiler can. */
@NullMarked
package io.github.logtally.rulesfile;

import org.jspecify.annotations.NullMarked;
