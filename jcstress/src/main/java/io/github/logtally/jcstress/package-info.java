/** Stress of the buffer under the memory model. */
@NullMarked
package io.github.logtally.jcstress;

import org.jspecify.annotations.NullMarked;
