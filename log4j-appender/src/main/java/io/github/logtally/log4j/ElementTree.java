package io.github.logtally.log4j;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.apache.logging.log4j.core.config.plugins.PluginVisitorStrategy;

/**
 * What receives the whole configuration of a plugin as one {@link io.github.logtally.spi.Element}, as written and
 * unchecked, in place of Log4j's one field for each attribute.
 *
 * <p>Log4j drops a nested element that it finds faulty and goes on with the rest, and reports an unknown name without
 * saying which one is right. A rule without its label would count something else under the same name, so all of it goes
 * to the core, which checks the tree as one.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.PARAMETER})
@PluginVisitorStrategy(ElementTreeVisitor.class)
@interface ElementTree {}
