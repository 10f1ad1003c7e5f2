package io.github.logtally.rule;

import io.github.logtally.config.MessagePattern;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * A {@link PatternMatcher}, or a {@link LiteralIndex}, whose own bytecode counts every character that it reads: array elements,
 * and what comparisons of ranges look at. Single-threaded.
 */
public final class CountedReads {
    private static final String SELF = CountedReads.class.getName().replace('.', '/');
    private static final String RANGES = "([CII[CII)Z";

    private static long reads;

    private final Reader reader;

    private interface Reader {
        void read(char[] characters) throws ReflectiveOperationException;
    }

    private CountedReads(Reader reader) {
        this.reader = reader;
    }

    static CountedReads of(MessagePattern pattern) throws ReflectiveOperationException {
        Loader loader = new Loader();
        Method literals = loader.loadClass(Literals.class.getName()).getDeclaredMethod("of", MessagePattern.class);
        literals.setAccessible(true);
        Class<?> type = loader.loadClass(PatternMatcher.class.getName());
        Object matcher = make(type, literals.invoke(null, pattern));
        Method matches = type.getDeclaredMethod("matches", char[].class, int.class);
        matches.setAccessible(true);
        return new CountedReads(characters -> matches.invoke(matcher, characters, characters.length));
    }

    static CountedReads of(List<String> literals) throws ReflectiveOperationException {
        Class<?> type = new Loader().loadClass(LiteralIndex.class.getName());
        Object index = make(type, literals);
        Method scan = type.getDeclaredMethod("scan", char[].class, int.class, long[].class);
        scan.setAccessible(true);
        long[] found = new long[(literals.size() + Long.SIZE - 1) / Long.SIZE];
        return new CountedReads(characters -> scan.invoke(index, characters, characters.length, found));
    }

    private static Object make(Class<?> type, Object argument) throws ReflectiveOperationException {
        Constructor<?> constructor = type.getDeclaredConstructors()[0];
        constructor.setAccessible(true);
        return constructor.newInstance(argument);
    }

    /** How many characters are read of this text, and of what it is compared with beside it. */
    long reads(String text) throws ReflectiveOperationException {
        char[] characters = text.toCharArray();
        reads = 0;
        reader.read(characters);
        return reads;
    }

    /** Called by the counted bytecode before it reads an element. */
    public static void read() {
        reads++;
    }

    /** Called by the counted bytecode in the place of {@link Arrays#equals(char[], int, int, char[], int, int)}. */
    public static boolean equal(char[] a, int aFrom, int aTo, char[] b, int bFrom, int bTo) {
        int mismatch = Arrays.mismatch(a, aFrom, aTo, b, bFrom, bTo);
        reads += mismatch < 0 ? aTo - aFrom : mismatch + 1;
        return mismatch < 0;
    }

    /** Loads the classes of this package anew, but for this one, as they are package-private. */
    private static final class Loader extends ClassLoader {
        private static final String PACKAGE = CountedReads.class.getPackageName() + ".";

        Loader() {
            super(CountedReads.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            Class<?> loaded = findLoadedClass(name);
            if (loaded != null) {
                return loaded;
            }
            if (!name.startsWith(PACKAGE) || name.equals(CountedReads.class.getName())) {
                return super.loadClass(name, resolve);
            }
            byte[] counted = counted(name);
            return defineClass(name, counted, 0, counted.length);
        }

        private byte[] counted(String name) throws ClassNotFoundException {
            try (InputStream in = Objects.requireNonNull(getResourceAsStream(name.replace('.', '/') + ".class"))) {
                ClassReader reader = new ClassReader(in);
                ClassWriter writer = new ClassWriter(reader, 0);
                reader.accept(new Counting(writer), 0);
                return writer.toByteArray();
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
    }

    private static final class Counting extends ClassVisitor {
        Counting(ClassVisitor next) {
            super(Opcodes.ASM9, next);
        }

        @Override
        public MethodVisitor visitMethod(int access, String name, String type, String signature, String[] thrown) {
            return new MethodVisitor(Opcodes.ASM9, super.visitMethod(access, name, type, signature, thrown)) {
                @Override
                public void visitInsn(int opcode) {
                    if (opcode == Opcodes.CALOAD) {
                        super.visitMethodInsn(Opcodes.INVOKESTATIC, SELF, "read", "()V", false);
                    }
                    super.visitInsn(opcode);
                }

                @Override
                public void visitMethodInsn(int opcode, String owner, String called, String type, boolean ofInterface) {
                    boolean ranges = owner.equals("java/util/Arrays") && type.equals(RANGES);
                    if (ranges && called.equals("equals")) {
                        super.visitMethodInsn(opcode, SELF, "equal", RANGES, false);
                        return;
                    }
                    boolean unknown = type.substring(0, type.indexOf(')')).contains("[C") && owner.startsWith("java/");
                    if (unknown) {
                        throw new IllegalStateException("reads that are not counted: " + owner + "." + called);
                    }
                    super.visitMethodInsn(opcode, owner, called, type, ofInterface);
                }
            };
        }
    }
}
