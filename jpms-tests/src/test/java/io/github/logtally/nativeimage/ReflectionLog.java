package io.github.logtally.nativeimage;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The reflection that a framework uses on classes of this project. Public because the frameworks call it, each in place
 * of the method of the same name: see {@link RecordingLoader}. For one thread.
 */
public final class ReflectionLog {
    private static final String OURS = "io.github.logtally.";

    private static Map<String, Set<String>> members = new TreeMap<>();
    private static Set<String> queried = new TreeSet<>();

    private ReflectionLog() {}

    /** What was used, by type, since the last call. */
    static ReflectiveUse take() {
        ReflectiveUse use = new ReflectiveUse(members, queried);
        members = new TreeMap<>();
        queried = new TreeSet<>();
        return use;
    }

    public static Object invoke(Method method, Object target, Object[] arguments)
            throws IllegalAccessException, InvocationTargetException {
        used(method.getDeclaringClass(), ReflectiveUse.member(method));
        return method.invoke(target, arguments);
    }

    public static Object newInstance(Constructor<?> constructor, Object[] arguments)
            throws InstantiationException, IllegalAccessException, InvocationTargetException {
        used(constructor.getDeclaringClass(), ReflectiveUse.member(constructor));
        return constructor.newInstance(arguments);
    }

    public static Object get(Field field, Object target) throws IllegalAccessException {
        used(field.getDeclaringClass(), field.getName());
        return field.get(target);
    }

    public static void set(Field field, Object target, Object value) throws IllegalAccessException {
        used(field.getDeclaringClass(), field.getName());
        field.set(target, value);
    }

    public static Method[] getMethods(Class<?> type) {
        queried(type);
        return type.getMethods();
    }

    public static Method getMethod(Class<?> type, String name, Class<?>[] parameters) throws NoSuchMethodException {
        queried(type);
        return type.getMethod(name, parameters);
    }

    private static void used(Class<?> type, String member) {
        if (type.getName().startsWith(OURS)) {
            members.computeIfAbsent(type.getName(), name -> new TreeSet<>()).add(member);
        }
    }

    private static void queried(Class<?> type) {
        if (type.getName().startsWith(OURS)) {
            queried.add(type.getName());
        }
    }
}
