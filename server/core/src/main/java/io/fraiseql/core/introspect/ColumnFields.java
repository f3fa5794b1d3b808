package io.fraiseql.core.introspect;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fraiseql.core.model.ScalarType;
import io.fraiseql.core.schema.FieldWriter;
import io.fraiseql.core.schema.Names;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.database.ColumnType;
import io.fraiseql.spi.database.DatabaseSchema.Column;
import io.fraiseql.spi.database.SqlType;
import java.util.ArrayList;
import java.util.List;

/** Makes the fields of a table's columns. */
final class ColumnFields {

    private final EnumTypes enums;

    ColumnFields(EnumTypes enums) {
        this.enums = enums;
    }

    List<ObjectNode> of(NamedTable table) {
        List<ObjectNode> fields = new ArrayList<>();
        for (Column column : table.table().columns()) {
            String name = table.field(column.name());
            ColumnType type = column.type();
            if (name != null && type != null) {
                fields.add(field(table, column, name, type));
            }
        }
        return fields;
    }

    /** The type of a column's field, without list. */
    String typeName(Column column, ColumnType type) {
        String enumName = enums.nameOf(column);
        return enumName == null ? scalar(type) : enumName;
    }

    private ObjectNode field(NamedTable table, Column column, String name, ColumnType type) {
        ObjectNode field = JsonNodeFactory.instance.objectNode();
        String typeName = typeName(column, type);
        boolean key = table.table().primaryKey().contains(column.name());
        field.put("name", name);
        putText(field, "description", column.comment());
        field.put("type", column.sql().array() ? "[" + typeName + "]" : typeName);
        field.put("nullable", column.nullable() && !key);
        if (!Names.snakeCase(name).equals(column.name())) {
            field.put("column", column.name());
        }
        field.set("sql", FieldWriter.sqlType(exact(column.sql(), type)));
        return field;
    }

    /** Says in bits how exact a floating-point column is where its name would say something else. */
    private static SqlType exact(SqlType sql, ColumnType type) {
        boolean byName = ScalarType.isFloat32(sql);
        boolean single = type == ColumnType.FLOAT32;
        boolean floating = single || type == ColumnType.FLOAT;
        if (!floating || single == byName) {
            return sql;
        }
        return new SqlType(
                sql.type(),
                single ? 24 : 53,
                sql.scale(),
                sql.length(),
                sql.collation(),
                sql.storage(),
                sql.array(),
                sql.generated(),
                sql.identity(),
                sql.hasDefault());
    }

    static void putText(ObjectNode node, String key, @Nullable String text) {
        if (text != null && !text.isBlank()) {
            node.put(key, text);
        }
    }

    private static String scalar(ColumnType type) {
        return switch (type) {
            case BOOLEAN -> "Boolean";
            case INT -> "Int";
            case BIGINT -> "BigInt";
            case FLOAT32, FLOAT -> "Float";
            case DECIMAL -> "Decimal";
            case TEXT -> "String";
            case UUID -> "UUID";
            case DATETIME -> "DateTime";
            case LOCAL_DATETIME -> "LocalDateTime";
            case DATE -> "Date";
            case TIME -> "Time";
            case DURATION -> "Duration";
            case JSON -> "JSON";
            case BYTES -> "Bytes";
        };
    }
}
