package io.fraiseql.core.schema;

import io.fraiseql.core.schema.RelationDefinition.ThroughDefinition;
import io.fraiseql.spi.Nullable;
import java.util.List;

/** Reads {@code types} and their fields. */
final class TypeReader {

    private final SqlTypeReader sqlTypes;

    TypeReader(Problems problems) {
        this.sqlTypes = new SqlTypeReader(problems);
    }

    @Nullable
    TypeDefinition type(JsonObject object) {
        String name = object.requiredText("name");
        TypeDefinition type = new TypeDefinition(
                object.at(),
                name == null ? "" : name,
                object.text("description"),
                object.textByDialect("sql_source"),
                object.text("source_kind"),
                object.text("jsonb_column"),
                object.textsByDialect("primary_key"),
                object.texts("implements"),
                object.flag("relay", false),
                object.flag("aggregate", false),
                object.textByDialect("version_column"),
                object.text("capture"),
                object.objects("fields", this::field));
        object.refuse("tenant_column");
        object.refuse("requires_role");
        object.finish("a type");
        return name == null ? null : type;
    }

    @Nullable
    FieldDefinition field(JsonObject object) {
        String name = object.requiredText("name");
        String type = object.requiredText("type");
        FieldDefinition field = new FieldDefinition(
                object.at(),
                name == null ? "" : name,
                object.text("description"),
                type == null ? "" : type,
                object.requiredFlag("nullable"),
                object.textByDialect("column"),
                object.texts("path"),
                sqlTypes.read(object, "sql"),
                object.textByDialect("computed"),
                relation(object.object("relation")),
                deprecation(object, "deprecated"));
        object.refuse("requires_scope");
        object.refuse("on_deny");
        object.finish("a field");
        return name == null || type == null ? null : field;
    }

    /** An interface's field has no place in a database of its own. */
    @Nullable
    FieldDefinition interfaceField(JsonObject object) {
        String name = object.requiredText("name");
        String type = object.requiredText("type");
        String description = object.text("description");
        boolean nullable = object.requiredFlag("nullable");
        String deprecation = deprecation(object, "deprecated");
        object.finish("an interface's field");
        if (name == null || type == null) {
            return null;
        }
        return new FieldDefinition(
                object.at(), name, description, type, nullable, null, List.of(), null, null, null, deprecation);
    }

    /** The reason of a deprecation; null when not deprecated. */
    static @Nullable String deprecation(JsonObject object, String key) {
        JsonObject deprecated = object.object(key);
        if (deprecated == null) {
            return null;
        }
        String reason = deprecated.requiredText("reason");
        deprecated.finish("`" + key + "`");
        return reason;
    }

    private static @Nullable RelationDefinition relation(@Nullable JsonObject object) {
        if (object == null) {
            return null;
        }
        RelationDefinition relation = new RelationDefinition(
                object.at(),
                object.text("type"),
                object.text("cardinality"),
                object.requiredTextsByDialect("from"),
                object.requiredTextsByDialect("to"),
                through(object.object("through")));
        object.finish("a relation");
        return relation;
    }

    private static @Nullable ThroughDefinition through(@Nullable JsonObject object) {
        if (object == null) {
            return null;
        }
        ThroughDefinition through = new ThroughDefinition(
                object.at(),
                object.requiredTextByDialect("table"),
                object.requiredTextsByDialect("from"),
                object.requiredTextsByDialect("to"));
        object.finish("`through`");
        return through;
    }
}
