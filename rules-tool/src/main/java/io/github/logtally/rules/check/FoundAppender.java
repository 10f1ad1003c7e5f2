package io.github.logtally.rules.check;

import io.github.logtally.spi.Element;
import io.github.logtally.spi.LevelScale;
import java.util.List;

/**
 * A Logtally appender found in a configuration.
 *
 * @param name its name
 * @param element what the framework's appender would make of it
 * @param levels the levels of the framework
 * @param mistakes what the framework's appender says beside the core
 * @param notes what could not be looked into
 */
record FoundAppender(String name, Element element, LevelScale levels, List<String> mistakes, List<String> notes) {}
