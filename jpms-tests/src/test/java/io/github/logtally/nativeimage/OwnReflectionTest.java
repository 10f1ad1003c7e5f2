package io.github.logtally.nativeimage;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.logtally.jpms.Jars;
import java.io.InputStream;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * What this project's own code reflects on: nothing that a native image would have to be told. It finds out by itself
 * about handles of variables that classes look up while they are initialized.
 */
class OwnReflectionTest {
    private static final Set<String> REFLECTIVE = Set.of(
            "java/lang/Class.forName",
            "java/lang/Class.getConstructor",
            "java/lang/Class.getConstructors",
            "java/lang/Class.getDeclaredConstructor",
            "java/lang/Class.getDeclaredConstructors",
            "java/lang/Class.getDeclaredField",
            "java/lang/Class.getDeclaredFields",
            "java/lang/Class.getDeclaredMethod",
            "java/lang/Class.getDeclaredMethods",
            "java/lang/Class.getField",
            "java/lang/Class.getFields",
            "java/lang/Class.getMethod",
            "java/lang/Class.getMethods",
            "java/lang/Class.getResource",
            "java/lang/Class.getResourceAsStream",
            "java/lang/ClassLoader.getResource",
            "java/lang/ClassLoader.getResourceAsStream",
            "java/lang/ClassLoader.getResources",
            "java/lang/ClassLoader.loadClass",
            "java/util/ResourceBundle.getBundle",
            "java/util/ServiceLoader.load");

    @ParameterizedTest
    @ValueSource(
            strings = {"logtally-core", "logtally-log4j-appender", "logtally-logback-appender", "logtally-spring-boot"})
    void code_reflectsOnNothing(String artifact) throws Exception {
        Set<String> calls = new TreeSet<>();
        try (JarFile jar = new JarFile(Jars.of(artifact).toFile())) {
            for (JarEntry entry : jar.stream()
                    .filter(each -> each.getName().endsWith(".class"))
                    .toList()) {
                try (InputStream file = jar.getInputStream(entry)) {
                    ClassReader reader = new ClassReader(file);
                    reader.accept(new Calls(reader.getClassName(), calls), ClassReader.SKIP_DEBUG);
                }
            }
        }

        // The one resource that is asked for is the application's: the rules file that it names
        calls.remove("io/github/logtally/rulesfile/RulesSource.find calls java/lang/ClassLoader.getResource");
        assertThat(calls).isEmpty();
    }

    @Test
    void jarsOfNoFramework_haveNoMetadata() throws Exception {
        for (String artifact : Set.of("logtally-core", "logtally-spring-boot")) {
            try (JarFile jar = new JarFile(Jars.of(artifact).toFile())) {
                assertThat(ReflectiveUse.metadata(jar)).as(artifact).isEmpty();
            }
        }
    }

    /** Collects the reflective calls of a class. */
    private static final class Calls extends ClassVisitor {
        private final String type;
        private final Set<String> calls;

        Calls(String type, Set<String> calls) {
            super(Opcodes.ASM9);
            this.type = type;
            this.calls = calls;
        }

        @Override
        public MethodVisitor visitMethod(
                int access, String name, String descriptor, String signature, String[] exceptions) {
            return new MethodVisitor(Opcodes.ASM9) {
                @Override
                public void visitMethodInsn(int opcode, String owner, String method, String type, boolean isInterface) {
                    String called = owner + "." + method;
                    if (REFLECTIVE.contains(called)
                            || owner.startsWith("java/lang/reflect/")
                            || (owner.startsWith("java/lang/invoke/MethodHandles$")
                                    && !(name.equals("<clinit>") && method.equals("findVarHandle")))) {
                        calls.add(Calls.this.type + "." + name + " calls " + called);
                    }
                }
            };
        }
    }
}
