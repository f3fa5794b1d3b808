package io.fraiseql.core.schema;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fraiseql.core.model.ByDialect;
import io.fraiseql.core.model.Field;
import io.fraiseql.core.model.Relation;
import io.fraiseql.core.model.TypeRef;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.database.SqlType;
import java.util.Collection;

/** Writes fields in the authoring format. */
public final class FieldWriter {

    /**
     * Writes fields.
     *
     * @param stored whether to say where they are in the database
     */
    ArrayNode write(Collection<Field> fields, boolean stored) {
        ArrayNode nodes = SchemaWriter.NODES.arrayNode();
        for (Field field : fields) {
            ObjectNode node = SchemaWriter.named(field.name(), field.description());
            node.put("type", notation(field.type()));
            node.put("nullable", field.type().nullable());
            if (stored) {
                place(node, field);
            }
            SchemaWriter.deprecation(node, "deprecated", field.deprecation());
            nodes.add(node);
        }
        return nodes;
    }

    static String notation(TypeRef type) {
        return new TypeNotation(type.name(), type.list(), type.elementNullable()).toString();
    }

    private static void place(ObjectNode node, Field field) {
        Relation relation = field.relation();
        if (relation != null) {
            node.set("relation", relation(relation, field.type()));
            return;
        }
        ByDialect<String> computed = field.computed();
        if (computed == null) {
            node.set("column", SchemaWriter.byDialect(field.column(), SchemaWriter::text));
            if (!field.path().isEmpty()) {
                node.set("path", SchemaWriter.texts(field.path()));
            }
        } else {
            node.set("computed", SchemaWriter.byDialect(computed, SchemaWriter::text));
        }
        ByDialect<SqlType> sql = field.sql();
        if (sql != null) {
            node.set("sql", SchemaWriter.byDialect(sql, FieldWriter::sqlType));
        }
    }

    private static ObjectNode relation(Relation relation, TypeRef type) {
        ObjectNode node = SchemaWriter.NODES.objectNode();
        node.put("type", type.name());
        node.put("cardinality", relation.many() ? "many" : "one");
        node.set("from", SchemaWriter.byDialect(relation.from(), SchemaWriter::texts));
        node.set("to", SchemaWriter.byDialect(relation.to(), SchemaWriter::texts));
        Relation.Through through = relation.through();
        if (through != null) {
            ObjectNode link = node.putObject("through");
            link.set(
                    "table",
                    SchemaWriter.byDialect(through.table(), parts -> SchemaWriter.text(SourceName.format(parts))));
            link.set("from", SchemaWriter.byDialect(through.from(), SchemaWriter::texts));
            link.set("to", SchemaWriter.byDialect(through.to(), SchemaWriter::texts));
        }
        return node;
    }

    /** What is known of a column; what is not is left out. */
    public static ObjectNode sqlType(SqlType sql) {
        ObjectNode node = SchemaWriter.NODES.objectNode();
        node.put("type", sql.type());
        put(node, "precision", sql.precision());
        put(node, "scale", sql.scale());
        put(node, "length", sql.length());
        SchemaWriter.put(node, "collation", sql.collation());
        SchemaWriter.put(node, "storage", sql.storage());
        put(node, "array", sql.array());
        put(node, "generated", sql.generated());
        put(node, "identity", sql.identity());
        put(node, "has_default", sql.hasDefault());
        return node;
    }

    private static void put(ObjectNode node, String key, @Nullable Integer value) {
        if (value != null) {
            node.put(key, value);
        }
    }

    private static void put(ObjectNode node, String key, boolean value) {
        if (value) {
            node.put(key, true);
        }
    }
}
