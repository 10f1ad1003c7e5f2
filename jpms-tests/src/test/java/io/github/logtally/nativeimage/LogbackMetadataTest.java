package io.github.logtally.nativeimage;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.core.ContextBase;
import ch.qos.logback.core.joran.util.beans.BeanDescription;
import ch.qos.logback.core.joran.util.beans.BeanDescriptionCache;
import io.github.logtally.jpms.Jars;
import io.github.logtally.logback.LogtallyAppender;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The metadata in the jar of the Logback appender: all that Logback's configurator needs, and nothing else. */
class LogbackMetadataTest {
    private static final Path JAR = Jars.of("logtally-logback-appender");
    private static final String PACKAGE = LogtallyAppender.class.getPackageName();

    @Test
    void metadata_isWhatLogbackUses() throws Exception {
        assertThat(RecordingLoader.run(LogbackProgram.class)).isEqualTo(ReflectiveUse.allowedBy(JAR));
    }

    /** Logback decides what a setter is. Ours take text, and it is not asked to set what it has set itself. */
    @Test
    void metadata_isWhatTheElementsOffer() throws Exception {
        Map<String, Set<String>> members = new TreeMap<>();
        Set<String> elements = new TreeSet<>();
        for (Constructor<?> constructor : constructors()) {
            Class<?> element = constructor.getDeclaringClass();
            elements.add(element.getName());
            members.computeIfAbsent(element.getName(), name -> new TreeSet<>()).add(ReflectiveUse.member(constructor));
            BeanDescription description = new BeanDescriptionCache(new ContextBase()).getBeanDescription(element);
            Stream<Method> setters = description.getPropertyNameToSetter().values().stream()
                    .filter(setter -> setter.getParameterTypes()[0] == String.class);
            Stream<Method> adders = description.getPropertyNameToAdder().values().stream();
            Stream.concat(setters, adders)
                    .filter(method ->
                            method.getDeclaringClass().getPackageName().equals(PACKAGE))
                    .forEach(method -> members.computeIfAbsent(
                                    method.getDeclaringClass().getName(), name -> new TreeSet<>())
                            .add(ReflectiveUse.member(method)));
        }

        assertThat(new ReflectiveUse(members, elements)).isEqualTo(ReflectiveUse.allowedBy(JAR));
    }

    /** The public ones without parameters of all public classes that are not abstract. */
    private static List<Constructor<?>> constructors() throws Exception {
        List<Constructor<?>> constructors = new ArrayList<>();
        try (JarFile jar = new JarFile(JAR.toFile())) {
            for (JarEntry entry : jar.stream()
                    .filter(each -> each.getName().startsWith(PACKAGE.replace('.', '/')))
                    .filter(each -> each.getName().endsWith(".class"))
                    .toList()) {
                String name = entry.getName().replace('/', '.');
                Class<?> type = Class.forName(name.substring(0, name.length() - ".class".length()));
                if (Modifier.isPublic(type.getModifiers()) && !Modifier.isAbstract(type.getModifiers())) {
                    Stream.of(type.getConstructors())
                            .filter(constructor -> constructor.getParameterCount() == 0)
                            .forEach(constructors::add);
                }
            }
        }
        return constructors;
    }
}
