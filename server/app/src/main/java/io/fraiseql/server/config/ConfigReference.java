package io.fraiseql.server.config;

import io.fraiseql.spi.Default;
import io.fraiseql.spi.Help;
import io.fraiseql.spi.Nullable;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.List;

/** Writes the reference of the configuration out of the records that it is bound to. */
public final class ConfigReference {

    private ConfigReference() {}

    /** A Markdown table of a record's keys. */
    public static String table(String path, Class<? extends Record> type) {
        StringBuilder out = new StringBuilder("| Key | Default | What |\n|---|---|---|\n");
        rows(path, type, out);
        return out.toString();
    }

    private static void rows(String path, Class<? extends Record> type, StringBuilder out) {
        for (RecordComponent component : type.getRecordComponents()) {
            String key = path + "." + component.getName();
            Class<? extends Record> nested = nested(component.getGenericType());
            if (nested != null) {
                rows(key, nested, out);
                continue;
            }
            out.append("| `%s` | %s | %s; %s |\n"
                    .formatted(key, shownDefault(component), help(component), expected(component.getGenericType())));
        }
    }

    /** The section as it stands in {@code config.yml}: a line of help above each key, keys without default commented out. */
    public static String yaml(String key, Class<? extends Record> type) {
        StringBuilder out = new StringBuilder(key + ":\n");
        yaml(type, "  ", out);
        return out.toString();
    }

    private static void yaml(Class<? extends Record> type, String indent, StringBuilder out) {
        for (RecordComponent component : type.getRecordComponents()) {
            Class<? extends Record> nested = nested(component.getGenericType());
            if (nested != null) {
                out.append(indent).append(component.getName()).append(":\n");
                yaml(nested, indent + "  ", out);
                continue;
            }
            Default value = component.getAnnotation(Default.class);
            out.append("%s# %s\n".formatted(indent, help(component)));
            out.append(
                    value == null
                            ? "%s# %s:\n".formatted(indent, component.getName())
                            : "%s%s: %s\n".formatted(indent, component.getName(), value.value()));
        }
    }

    private static String shownDefault(RecordComponent component) {
        Default value = component.getAnnotation(Default.class);
        if (value != null) {
            return "`" + value.value() + "`";
        }
        return ConfigBinder.nullable(component) ? "none" : "required";
    }

    private static String help(RecordComponent component) {
        Help help = component.getAnnotation(Help.class);
        if (help == null) {
            throw new IllegalArgumentException(component.getDeclaringRecord().getName() + "." + component.getName()
                    + " has no @Help; say in a line what the key does");
        }
        return help.value();
    }

    private static String expected(Type type) {
        if (type instanceof Class<?> scalar) {
            return ScalarBinder.expected(scalar);
        }
        return type.getTypeName().startsWith(List.class.getName()) ? "a list" : "a section of keys";
    }

    private static @Nullable Class<? extends Record> nested(Type type) {
        return type instanceof Class<?> raw && raw.isRecord() && !ScalarBinder.binds(raw)
                ? raw.asSubclass(Record.class)
                : null;
    }
}
