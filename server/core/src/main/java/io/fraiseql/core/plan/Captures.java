package io.fraiseql.core.plan;

import io.fraiseql.core.error.CoreErrorCode;
import io.fraiseql.core.model.EnumType;
import io.fraiseql.core.model.Field;
import io.fraiseql.core.model.Model;
import io.fraiseql.core.model.ObjectType;
import io.fraiseql.core.model.Source;
import io.fraiseql.core.model.TypeRef;
import io.fraiseql.core.model.WritableFields;
import io.fraiseql.core.model.Writing;
import io.fraiseql.core.model.WrittenTables;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.database.ColumnType;
import io.fraiseql.spi.error.FraiseqlException;
import io.fraiseql.spi.sql.Capability;
import io.fraiseql.spi.sql.CaptureSql;
import io.fraiseql.spi.sql.CapturedTable;
import io.fraiseql.spi.sql.Dialect;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The types of a schema whose changes triggers note, on one dialect. Immutable. */
public final class Captures {

    private final Set<String> types = new LinkedHashSet<>();
    private final List<CapturedTable> tables = new ArrayList<>();
    private final Set<List<String>> others = new LinkedHashSet<>();
    private final Set<List<String>> written = new LinkedHashSet<>();
    private final @Nullable CaptureSql sql;

    /**
     * Reads a model.
     *
     * @throws FraiseqlException {@link CoreErrorCode#INVALID_SCHEMA} when a type wants triggers and the dialect has none
     */
    public Captures(Model model, Dialect dialect) {
        this.sql = dialect.capabilities().contains(Capability.CAPTURE) ? dialect.capture() : null;
        for (ObjectType type : model.types().values()) {
            if (type.source().kind() != Source.Kind.COLUMNS) {
                continue;
            }
            Set<List<String>> found = WrittenTables.of(type, model.mutations().values(), dialect.name());
            if (type.writing().capture() == Writing.Capture.TRIGGER) {
                requireTriggers(type, dialect);
                types.add(type.name());
                found.forEach(table -> tables.add(table(type, table, model, dialect.name())));
            } else {
                others.addAll(found);
                if (!WrittenTables.of(type, model.mutations().values()).isEmpty()) {
                    written.addAll(found);
                }
            }
        }
        tables.forEach(table -> others.remove(table.name()));
    }

    private void requireTriggers(ObjectType type, Dialect dialect) {
        if (sql == null) {
            throw new FraiseqlException(
                    CoreErrorCode.INVALID_SCHEMA,
                    "there are no capture triggers for " + dialect.name() + ", and the type " + type.name()
                            + " has \"capture\": \"trigger\"; remove it or compile for another target");
        }
    }

    private static CapturedTable table(ObjectType type, List<String> table, Model model, String dialect) {
        Map<String, CapturedTable.Column> columns = new LinkedHashMap<>();
        type.fields().values().stream()
                .filter(WritableFields::isStored)
                .forEach(field -> columns.put(field.name(), column(field, model, dialect)));
        String entity = WrittenTables.entities(type, model.mutations().values())
                .iterator()
                .next();
        List<CapturedTable.Column> key = new ArrayList<>();
        type.key().forEach(field -> key.add(columns.get(field)));
        return new CapturedTable(table, entity, List.copyOf(columns.values()), key);
    }

    private static CapturedTable.Column column(Field field, Model model, String dialect) {
        ValueType value = ValueType.of(field, model, dialect);
        boolean list = field.type().list();
        Map<String, String> names = new LinkedHashMap<>();
        ColumnType type = value.type();
        if (field.type().kind() == TypeRef.Kind.ENUM) {
            EnumType values = model.enums().get(field.type().name());
            if (values != null) {
                values.values().forEach((name, one) -> names.put(one.stored(), name));
            }
            type = ColumnType.TEXT;
        } else if (list) {
            type = ValueType.scalar(model, field.type().name());
        }
        return new CapturedTable.Column(field.name(), field.column().get(dialect), type, value.sql(), list, names);
    }

    /** Whether triggers note the changes of a type. */
    public boolean covers(String type) {
        return types.contains(type);
    }

    /** The tables that have triggers. */
    public List<CapturedTable> tables() {
        return List.copyOf(tables);
    }

    /** The other tables of the schema, which must have none. */
    public List<List<String>> others() {
        return List.copyOf(others);
    }

    /** Those of {@link #others} that mutations write. */
    public List<List<String>> written() {
        return List.copyOf(written);
    }

    /** The triggers of the dialect; null when it has none. */
    public @Nullable CaptureSql sql() {
        return sql;
    }
}
