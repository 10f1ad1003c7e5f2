package io.github.logtally.nativeimage;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * What is reflected on.
 *
 * @param members the methods, constructors and fields that are used, by the name of the type that declares them
 * @param queried the types that are asked for all their public methods
 */
record ReflectiveUse(Map<String, Set<String>> members, Set<String> queried) {
    private static final String METADATA = "META-INF/native-image/";

    /** A method, or a constructor, as metadata names it. */
    static String member(Executable executable) {
        String name = executable instanceof Method ? executable.getName() : "<init>";
        return name
                + Stream.of(executable.getParameterTypes()).map(Class::getName).collect(joining(", ", "(", ")"));
    }

    /** What the metadata in a jar lets a native image reflect on. */
    static ReflectiveUse allowedBy(Path jar) throws IOException {
        ReflectiveUse use = new ReflectiveUse(new TreeMap<>(), new TreeSet<>());
        try (JarFile file = new JarFile(jar.toFile())) {
            for (JarEntry entry : metadata(file).toList()) {
                if (!entry.getName().endsWith("/reflect-config.json")) {
                    throw new IOException("metadata that nothing here reads: " + entry);
                }
                try (InputStream json = file.getInputStream(entry)) {
                    new ObjectMapper().readTree(json).forEach(use::add);
                }
            }
        }
        return use;
    }

    /** The files of metadata in a jar. */
    static Stream<JarEntry> metadata(JarFile jar) {
        return jar.stream().filter(entry -> entry.getName().startsWith(METADATA) && !entry.isDirectory());
    }

    private void add(JsonNode type) {
        String name = type.required("name").textValue();
        Set<String> ofType = members.computeIfAbsent(name, each -> new TreeSet<>());
        type.path("fields").forEach(field -> ofType.add(field.required("name").textValue()));
        type.path("methods").forEach(method -> {
            String parameters = StreamSupport.stream(
                            method.required("parameterTypes").spliterator(), false)
                    .map(JsonNode::textValue)
                    .collect(joining(", ", "(", ")"));
            ofType.add(method.required("name").textValue() + parameters);
        });
        if (type.path("queryAllPublicMethods").booleanValue()) {
            queried.add(name);
        }
    }
}
