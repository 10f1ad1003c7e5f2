/** What log calls, the worker and the series cost, measured beside what a user could pick instead. */
@NullMarked
package io.github.logtally.benchmarks;

import org.jspecify.annotations.NullMarked;
