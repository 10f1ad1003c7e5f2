package io.github.logtally.spring.contract;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;

/** A web application that has nothing of its own. */
@EnableAutoConfiguration
@SpringBootConfiguration(proxyBeanMethods = false)
class Application {}
