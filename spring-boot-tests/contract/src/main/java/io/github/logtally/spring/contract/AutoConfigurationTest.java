package io.github.logtally.spring.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.logtally.RegistryBinding;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import org.junit.jupiter.api.Test;
import org.springframework.boot.CommandLineRunner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** When a context is bound, and when it is left alone. */
class AutoConfigurationTest {
    private static final String WITHOUT_ITS_OWN_REGISTRY = "--management.prometheus.metrics.export.enabled=false";

    @Test
    void noRegistry_applicationStartsUnbound() {
        try (ConfigurableApplicationContext context = run(Application.class, WITHOUT_ITS_OWN_REGISTRY)) {
            assertThat(context.getBeansOfType(RegistryBinding.class)).isEmpty();
        }
    }

    @Test
    void registryOfTheApplication_isBound() {
        try (ConfigurableApplicationContext context = run(OneRegistry.class, WITHOUT_ITS_OWN_REGISTRY)) {
            assertThat(isBound(context.getBean(PrometheusRegistry.class))).isTrue();
        }
    }

    @Test
    void severalRegistriesNonePrimary_applicationStartsUnbound() {
        try (ConfigurableApplicationContext context = run(TwoRegistries.class, WITHOUT_ITS_OWN_REGISTRY)) {
            assertThat(context.getBeansOfType(PrometheusRegistry.class).values())
                    .hasSize(2)
                    .noneMatch(AutoConfigurationTest::isBound);
        }
    }

    @Test
    void defaultRegistryAsBean_isBoundOnce_andStaysBoundAfterwards() {
        try (ConfigurableApplicationContext context = run(DefaultRegistry.class, WITHOUT_ITS_OWN_REGISTRY)) {
            assertThat(context.getBeansOfType(RegistryBinding.class)).hasSize(1);
            assertThat(isBound(PrometheusRegistry.defaultRegistry)).isTrue();
        }
        assertThat(isBound(PrometheusRegistry.defaultRegistry)).isTrue();
    }

    @Test
    void lazyInitialization_isBound() {
        try (ConfigurableApplicationContext context =
                run(Application.class, "--spring.main.lazy-initialization=true")) {
            assertThat(isBound(context.getBean(PrometheusRegistry.class))).isTrue();
        }
    }

    @Test
    void startFailed_registryIsReleased() {
        PrometheusRegistry registry = new PrometheusRegistry();
        CommandLineRunner failing = arguments -> {
            assertThat(isBound(registry)).isTrue();
            throw new IllegalStateException("on purpose");
        };

        assertThatThrownBy(() -> new SpringApplicationBuilder(Application.class)
                        .web(WebApplicationType.NONE)
                        .initializers(context -> {
                            context.getBeanFactory().registerSingleton("registry", registry);
                            context.getBeanFactory().registerSingleton("failing", failing);
                        })
                        .run())
                .hasStackTraceContaining("on purpose");
        assertThat(isBound(registry)).isFalse();
    }

    private static ConfigurableApplicationContext run(Class<?> application, String argument) {
        return new SpringApplicationBuilder(application)
                .web(WebApplicationType.NONE)
                .run(argument);
    }

    private static boolean isBound(PrometheusRegistry registry) {
        return registry.scrape("logtally_rules_refused"::equals).size() == 1;
    }

    @Configuration(proxyBeanMethods = false)
    static class OneRegistry extends Application {
        @Bean
        PrometheusRegistry registry() {
            return new PrometheusRegistry();
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class TwoRegistries extends OneRegistry {
        @Bean
        PrometheusRegistry other() {
            return new PrometheusRegistry();
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class DefaultRegistry extends Application {
        @Bean
        PrometheusRegistry registry() {
            return PrometheusRegistry.defaultRegistry;
        }
    }
}
