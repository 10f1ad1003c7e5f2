package io.github.logtally.log4j;

/** A plugin for an element inside {@code <Logtally>}; its simple class name is the element's. */
interface RuleElement {}
