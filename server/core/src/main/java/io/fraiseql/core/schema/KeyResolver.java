package io.fraiseql.core.schema;

import io.fraiseql.core.model.ByDialect;
import io.fraiseql.core.model.Field;
import io.fraiseql.core.model.Source;
import io.fraiseql.spi.Nullable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Finds the fields that identify a row. */
final class KeyResolver {

    private final Targets targets;
    private final Problems problems;

    KeyResolver(Targets targets, Problems problems) {
        this.targets = targets;
        this.problems = problems;
    }

    /** The names of the key's fields. A document without {@code primary_key} has its {@code id}, when it has one. */
    List<String> resolve(TypeDefinition type, Source.Kind source, Map<String, Field> fields) {
        ByDialect<List<String>> columns = type.primaryKey();
        if (columns == null) {
            return source == Source.Kind.DOCUMENT ? documentKey(fields) : List.of();
        }
        if (source == Source.Kind.EMBEDDED) {
            return List.of();
        }
        String pointer = Pointer.to(type.at(), "primary_key");
        ByDialect<List<String>> checked = targets.check(pointer, "primary_key", columns);
        List<String> key = null;
        for (String target : targets.names()) {
            if (checked.has(target)) {
                List<String> found = fieldsOf(pointer, target, checked.get(target), fields);
                if (key != null && !key.equals(found)) {
                    problems.add(
                            pointer,
                            "`primary_key` names other fields for the target `" + target + "`: " + found
                                    + " instead of " + key);
                }
                key = found;
            }
        }
        return key == null ? List.of() : key;
    }

    private List<String> documentKey(Map<String, Field> fields) {
        for (Field field : fields.values()) {
            boolean id = targets.names().stream()
                    .allMatch(target -> field.column().has(target)
                            && field.column().get(target).equals("id"));
            if (id && stored(field) && !field.type().nullable()) {
                return List.of(field.name());
            }
        }
        return List.of();
    }

    private List<String> fieldsOf(String pointer, String target, List<String> columns, Map<String, Field> fields) {
        List<String> key = new ArrayList<>();
        for (String column : columns) {
            Field field = byColumn(target, column, fields);
            if (field == null) {
                List<String> known = columnsOf(target, fields);
                problems.addUnknown(pointer, "no field has the key column `" + column + "`", column, known);
            } else if (field.type().nullable()) {
                problems.add(
                        pointer,
                        "the key field `" + field.name() + "` is nullable",
                        "write `\"nullable\": false` at the field");
            } else if (key.contains(field.name())) {
                problems.add(pointer, "`primary_key` names `" + column + "` twice");
            } else {
                key.add(field.name());
            }
        }
        return List.copyOf(key);
    }

    private static @Nullable Field byColumn(String target, String column, Map<String, Field> fields) {
        for (Field field : fields.values()) {
            if (stored(field)
                    && field.column().has(target)
                    && field.column().get(target).equals(column)) {
                return field;
            }
        }
        return null;
    }

    private static List<String> columnsOf(String target, Map<String, Field> fields) {
        return fields.values().stream()
                .filter(field -> stored(field) && field.column().has(target))
                .map(field -> field.column().get(target))
                .toList();
    }

    private static boolean stored(Field field) {
        return field.isColumn() && field.type().leaf() && !field.type().list();
    }
}
