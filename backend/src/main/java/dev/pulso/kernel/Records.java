package dev.pulso.kernel;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Records that are made from their components by name, so that a field is written down once. */
public final class Records {
    private Records() {}

    /** Makes a record of a type. */
    public interface Maker<T> {
        /** @param values in the order of the components */
        T make(@Nullable Object... values);
    }

    private static final ClassValue<Maker<?>> MAKERS = new ClassValue<>() {
        @Override
        @SuppressWarnings("unchecked")
        protected Maker<?> computeValue(Class<?> type) {
            return made((Class<? extends Record>) type);
        }
    };

    /** The canonical constructor. The type has to be registered for reflection, or the native image does not know it. */
    @SuppressWarnings("unchecked")
    public static <T extends Record> Maker<T> maker(Class<T> type) {
        return (Maker<T>) MAKERS.get(type);
    }

    private static <T extends Record> Maker<T> made(Class<T> type) {
        if (!type.isAnnotationPresent(RegisterForReflection.class)) {
            throw new IllegalArgumentException(type + " needs @RegisterForReflection: a native image cannot make it");
        }
        Class<?>[] types = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        Constructor<T> constructor;
        try {
            constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
        } catch (NoSuchMethodException e) {
            throw new IllegalArgumentException(type + " is not registered for reflection", e);
        }
        return values -> {
            try {
                return constructor.newInstance(values);
            } catch (InvocationTargetException e) {
                throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("cannot make a " + type, e);
            }
        };
    }

    /** A record of which only these components are known; the others are null. */
    public static <T extends Record> T of(Class<T> type, Map<String, ?> known) {
        Map<String, Object> left = new HashMap<>(known);
        T made = maker(type)
                .make(Arrays.stream(type.getRecordComponents())
                        .map(component -> left.remove(component.getName()))
                        .toArray());
        if (!left.isEmpty()) {
            throw new IllegalArgumentException(type + " has no " + left.keySet());
        }
        return made;
    }

    /** The same record with another value of one component. */
    @SuppressWarnings("unchecked")
    public static <T extends Record> T with(T record, String component, @Nullable Object value) {
        RecordComponent[] components = record.getClass().getRecordComponents();
        Object[] values = new Object[components.length];
        boolean found = false;
        for (int i = 0; i < components.length; i++) {
            boolean wanted = components[i].getName().equals(component);
            found |= wanted;
            values[i] = wanted ? value : value(record, components[i]);
        }
        if (!found) {
            throw new IllegalArgumentException(record.getClass() + " has no " + component);
        }
        return (T) maker(record.getClass()).make(values);
    }

    private static @Nullable Object value(Record record, RecordComponent component) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot read " + component, e);
        }
    }

    /**
     * Everything that a new record says, as changes of one of which nothing is known yet: so that one set of rules checks both.
     *
     * @param given components of the changes that are not the new record's component of that name
     * @param fixed components of the new record that no change sets
     * @throws IllegalArgumentException when one of them has what the other has not
     */
    public static <C extends Record> C changes(Class<C> changes, Record made, Map<String, ?> given, String... fixed) {
        Map<String, Object> left = new HashMap<>();
        for (RecordComponent component : made.getClass().getRecordComponents()) {
            left.put(component.getName(), Change.to(value(made, component)));
        }
        for (String name : fixed) {
            left.remove(name);
        }
        left.putAll(given);
        RecordComponent[] components = changes.getRecordComponents();
        Object[] values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            values[i] = left.remove(components[i].getName());
            if (values[i] == null) {
                throw new IllegalArgumentException(made.getClass() + " has no " + components[i].getName());
            }
        }
        if (!left.isEmpty()) {
            throw new IllegalArgumentException(changes + " has no " + left.keySet());
        }
        return maker(changes).make(values);
    }

    /** The constant of that name, whatever the case: the API writes them in capitals, modules and the database do not. */
    public static <E extends Enum<E>> E constant(Class<E> type, String name) {
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equalsIgnoreCase(name)) {
                return constant;
            }
        }
        throw new IllegalArgumentException(type + " has no " + name);
    }
}
