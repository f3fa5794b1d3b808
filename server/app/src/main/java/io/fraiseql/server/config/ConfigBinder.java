package io.fraiseql.server.config;

import com.fasterxml.jackson.databind.JsonNode;
import io.fraiseql.server.secret.References;
import io.fraiseql.spi.Default;
import io.fraiseql.spi.Nullable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Binds sections of the configuration to records, by component names. Every problem is noted, none is thrown; what could not be
 * bound is absent.
 */
final class ConfigBinder {

    private final ScalarBinder scalars;
    private final UnaryOperator<String> naming;
    private final ConfigProblems problems;

    ConfigBinder(References references, ConfigProblems problems) {
        this(new ScalarBinder(references, problems), UnaryOperator.identity(), problems);
    }

    /** @param naming what a component is called where it is written */
    ConfigBinder(ScalarBinder scalars, UnaryOperator<String> naming, ConfigProblems problems) {
        this.scalars = scalars;
        this.naming = naming;
        this.problems = problems;
    }

    /** Binds a section; a section that is not written is bound as an empty one. */
    <C extends Record> Optional<C> bind(Class<C> type, ConfigNode node, String path) {
        if (node.kind() != ConfigNode.Kind.MAPPING && node.kind() != ConfigNode.Kind.NULL) {
            problems.add(path, node.place(), "must be a section of keys, not " + node.describe());
            return Optional.empty();
        }
        int before = problems.count();
        RecordComponent[] components = type.getRecordComponents();
        refuseUnknown(components, node, path);
        @Nullable Object[] values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            values[i] = component(components[i], node, path);
        }
        return problems.count() == before ? construct(type, components, values, node, path) : Optional.empty();
    }

    private void refuseUnknown(RecordComponent[] components, ConfigNode node, String path) {
        List<String> known = Arrays.stream(components).map(this::name).toList();
        node.entries().forEach((key, value) -> {
            if (!known.contains(key)) {
                problems.add(join(path, key), value.place(), "is not a known key; " + Suggestion.among(known, key));
            }
        });
    }

    private @Nullable Object component(RecordComponent component, ConfigNode section, String path) {
        String child = join(path, name(component));
        ConfigNode written = section.entries().get(name(component));
        Type type = component.getGenericType();
        if (written != null && (written.kind() != ConfigNode.Kind.NULL || isRecord(type))) {
            return value(type, written, child);
        }
        if (nullable(component)) {
            return null;
        }
        if (written != null) {
            problems.add(child, written.place(), "has no value; give it one or remove the key");
            return null;
        }
        Default fallback = component.getAnnotation(Default.class);
        if (fallback != null) {
            return value(type, defaultNode(fallback.value(), type, child), child);
        }
        if (isRecord(type)) {
            return value(type, ConfigNode.mapping(section.place(), Map.of()), child);
        }
        problems.add(child, section.place(), "is required");
        return null;
    }

    private String name(RecordComponent component) {
        return naming.apply(component.getName());
    }

    private ConfigNode defaultNode(String text, Type type, String path) {
        return type instanceof Class<?> scalar && ScalarBinder.binds(scalar)
                ? ConfigNode.scalar("default", text, true)
                : new YamlReader(problems).readFlow(text, path, "default");
    }

    private @Nullable Object value(Type type, ConfigNode node, String path) {
        if (type instanceof ParameterizedType generic && generic.getRawType() == List.class) {
            return list(generic.getActualTypeArguments()[0], node, path);
        }
        if (type instanceof ParameterizedType generic && generic.getRawType() == Map.class) {
            return map(generic.getActualTypeArguments()[1], node, path);
        }
        if (type == JsonNode.class) {
            return ConfigTree.json(node);
        }
        if (isRecord(type)) {
            return bind(((Class<?>) type).asSubclass(Record.class), node, path).orElse(null);
        }
        if (type instanceof Class<?> scalar && ScalarBinder.binds(scalar)) {
            return scalars.bind(scalar, node, path);
        }
        throw new IllegalArgumentException(path + ": a configuration record cannot hold a " + type.getTypeName());
    }

    private @Nullable Object list(Type itemType, ConfigNode node, String path) {
        if (node.kind() != ConfigNode.Kind.SEQUENCE) {
            problems.add(path, node.place(), "must be a list such as [a, b], not " + node.describe());
            return null;
        }
        List<Object> items = new ArrayList<>();
        for (int i = 0; i < node.items().size(); i++) {
            Object item = value(itemType, node.items().get(i), path + "[" + i + "]");
            if (item != null) {
                items.add(item);
            }
        }
        return List.copyOf(items);
    }

    private @Nullable Object map(Type valueType, ConfigNode node, String path) {
        if (node.kind() != ConfigNode.Kind.MAPPING) {
            problems.add(path, node.place(), "must be a section of keys, not " + node.describe());
            return null;
        }
        Map<String, Object> entries = new LinkedHashMap<>();
        node.entries().forEach((key, child) -> {
            Object value = value(valueType, child, join(path, key));
            if (value != null) {
                entries.put(key, value);
            }
        });
        return Collections.unmodifiableMap(entries);
    }

    private <C extends Record> Optional<C> construct(
            Class<C> type, RecordComponent[] components, @Nullable Object[] values, ConfigNode node, String path) {
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            var constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return Optional.of(constructor.newInstance(values));
        } catch (InvocationTargetException e) {
            Throwable cause = e.getCause();
            if (cause instanceof IllegalArgumentException) {
                problems.add(path, node.place(), String.valueOf(cause.getMessage()));
                return Optional.empty();
            }
            throw new IllegalStateException("the record " + type.getName() + " refused its values", cause);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the record " + type.getName() + " cannot be made", e);
        }
    }

    static boolean nullable(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class)
                || component.getAccessor().isAnnotationPresent(Nullable.class);
    }

    private static boolean isRecord(Type type) {
        return type instanceof Class<?> raw && raw.isRecord() && !ScalarBinder.binds(raw);
    }

    private static String join(String path, String key) {
        return path.isEmpty() ? key : path + "." + key;
    }
}
