package io.github.logtally.nativeimage;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Loads the class path anew, with {@link ReflectionLog} in place of the JDK's reflection in the frameworks: what a
 * tracing agent does, but without one.
 */
final class RecordingLoader extends URLClassLoader {
    private static final String LOG = Type.getInternalName(ReflectionLog.class);

    private static final Set<String> RECORDED = Set.of(
            "java/lang/Class.getMethod",
            "java/lang/Class.getMethods",
            "java/lang/reflect/Constructor.newInstance",
            "java/lang/reflect/Field.get",
            "java/lang/reflect/Field.set",
            "java/lang/reflect/Method.invoke");

    private RecordingLoader(URL[] classPath) {
        super(classPath, ClassLoader.getPlatformClassLoader());
    }

    /** Runs a program, which has a constructor without arguments, and tells what the frameworks reflected on meanwhile. */
    static ReflectiveUse run(Class<? extends Runnable> program) throws Exception {
        ReflectionLog.take();
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try (RecordingLoader loader = new RecordingLoader(classPath())) {
            thread.setContextClassLoader(loader);
            Class<?> reloaded = loader.loadClass(program.getName());
            ((Runnable) reloaded.getConstructor().newInstance()).run();
        } finally {
            thread.setContextClassLoader(before);
        }
        return ReflectionLog.take();
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        return name.equals(ReflectionLog.class.getName()) ? ReflectionLog.class : super.loadClass(name, resolve);
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        if (!name.startsWith("ch.qos.logback.") && !name.startsWith("org.apache.logging.log4j.")) {
            return super.findClass(name);
        }
        try (InputStream file = getResourceAsStream(name.replace('.', '/') + ".class")) {
            if (file == null) {
                throw new ClassNotFoundException(name);
            }
            ClassReader reader = new ClassReader(file);
            ClassWriter writer = new ClassWriter(reader, 0);
            reader.accept(new Recorder(writer), 0);
            byte[] content = writer.toByteArray();
            return defineClass(name, content, 0, content.length);
        } catch (IOException e) {
            throw new ClassNotFoundException(name, e);
        }
    }

    private static URL[] classPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(RecordingLoader::url)
                .toArray(URL[]::new);
    }

    private static URL url(String entry) {
        try {
            return Path.of(entry).toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** Replaces calls; a call of a method becomes one of a static method whose first argument was its receiver. */
    private static final class Recorder extends ClassVisitor {
        Recorder(ClassVisitor next) {
            super(Opcodes.ASM9, next);
        }

        @Override
        public MethodVisitor visitMethod(
                int access, String name, String descriptor, String signature, String[] exceptions) {
            MethodVisitor next = super.visitMethod(access, name, descriptor, signature, exceptions);
            return new MethodVisitor(Opcodes.ASM9, next) {
                @Override
                public void visitMethodInsn(int opcode, String owner, String method, String type, boolean isInterface) {
                    if (RECORDED.contains(owner + "." + method)) {
                        super.visitMethodInsn(
                                Opcodes.INVOKESTATIC, LOG, method, "(L" + owner + ";" + type.substring(1), false);
                    } else {
                        super.visitMethodInsn(opcode, owner, method, type, isInterface);
                    }
                }
            };
        }
    }
}
