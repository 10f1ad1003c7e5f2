/** The one thread that drains all buffers, and the turn that keeps it, scrapes and flushes apart. */
@NullMarked
package io.github.logtally.worker;

import org.jspecify.annotations.NullMarked;
