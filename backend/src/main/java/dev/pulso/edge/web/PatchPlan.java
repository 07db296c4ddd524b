package dev.pulso.edge.web;

import dev.pulso.kernel.Change;
import dev.pulso.kernel.FieldNames;
import dev.pulso.kernel.Records;
import dev.pulso.store.data.ExternalChanges;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** How the body of a PATCH becomes the changes of a record: field by field, by name. */
final class PatchPlan<C extends Record> {
    private record Key(Class<?> changes, Class<?> body) {}

    /** What a component is made of. */
    private interface Field {
        Object read(PatchBody patch, Object body);
    }

    private static final Map<Key, PatchPlan<?>> PLANS = new ConcurrentHashMap<>();

    private final List<Field> fields = new ArrayList<>();
    private final Records.Maker<C> maker;

    @SuppressWarnings("unchecked")
    static <C extends Record> PatchPlan<C> of(Class<C> changes, Class<?> body) {
        return (PatchPlan<C>) PLANS.computeIfAbsent(new Key(changes, body), unknown -> new PatchPlan<>(changes, body));
    }

    private PatchPlan(Class<C> changes, Class<?> body) {
        maker = Records.maker(changes);
        Set<String> left = getters(body);
        for (RecordComponent component : changes.getRecordComponents()) {
            if (component.getType() == ExternalChanges.class) {
                fields.add(external(
                        taken(left, body, "externalSource"),
                        taken(left, body, "externalId"),
                        taken(left, body, "metadata")));
            } else if (component.getType() == Change.class) {
                fields.add(change(component, taken(left, body, component.getName())));
            } else {
                throw new IllegalArgumentException(component + " is no Change");
            }
        }
        if (!left.isEmpty()) {
            throw new IllegalArgumentException(changes + " forgets what " + body + " may change: " + left);
        }
    }

    C read(PatchBody patch, Object body) {
        return maker.make(fields.stream().map(field -> field.read(patch, body)).toArray());
    }

    private static Field change(RecordComponent component, Method getter) {
        String name = FieldNames.snake(component.getName());
        Class<?> wanted = wanted(component);
        return (patch, body) -> {
            Object value = value(getter, body);
            return patch.change(
                    name,
                    value instanceof Enum<?> constant && wanted != constant.getDeclaringClass()
                            ? constant(wanted, constant.name())
                            : value);
        };
    }

    @SuppressWarnings("unchecked")
    private static Field external(Method source, Method id, Method metadata) {
        return (patch, body) -> patch.external(
                (String) value(source, body), (String) value(id, body), (Map<String, String>) value(metadata, body));
    }

    private static Set<String> getters(Class<?> body) {
        Set<String> getters = new TreeSet<>();
        Arrays.stream(body.getMethods())
                .filter(method ->
                        method.getParameterCount() == 0 && method.getName().startsWith("get"))
                .filter(method -> method.getDeclaringClass() != Object.class)
                .forEach(method -> getters.add(method.getName()));
        return getters;
    }

    private static Method taken(Set<String> left, Class<?> body, String name) {
        String getter = "get" + Character.toUpperCase(name.charAt(0)) + name.substring(1);
        left.remove(getter);
        try {
            return body.getMethod(getter);
        } catch (NoSuchMethodException e) {
            throw new IllegalArgumentException(body + " has no " + name, e);
        }
    }

    private static @Nullable Object value(Method getter, Object body) {
        try {
            return getter.invoke(body);
        } catch (InvocationTargetException | IllegalAccessException e) {
            throw new IllegalStateException("cannot read " + getter, e);
        }
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static Object constant(Class<?> type, String name) {
        return Records.constant((Class) type, name);
    }

    private static Class<?> wanted(RecordComponent component) {
        return component.getGenericType() instanceof ParameterizedType change
                        && change.getActualTypeArguments()[0] instanceof Class<?> wanted
                ? wanted
                : Object.class;
    }
}
