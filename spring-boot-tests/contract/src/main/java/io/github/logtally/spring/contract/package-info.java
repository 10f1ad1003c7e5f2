/** What Logtally does in real Spring Boot applications: the tests that run on every line, with either framework. */
@NullMarked
package io.github.logtally.spring.contract;

import org.jspecify.annotations.NullMarked;
