package io.fraiseql.core.schema;

import io.fraiseql.core.model.ByDialect;
import io.fraiseql.core.model.Field;
import io.fraiseql.core.model.Relation;
import io.fraiseql.core.model.Source;
import io.fraiseql.core.model.TypeRef;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.database.SqlType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Resolves the fields of object and interface types. */
final class FieldResolver {

    private static final Set<String> WHERE_MEMBERS = Set.of("_and", "_or", "_not");

    private final Scope scope;
    private final Problems problems;
    private final NameCheck names;
    private final RelationResolver relations;
    private final ColumnCheck columns;

    FieldResolver(Scope scope, NameCheck names) {
        this.scope = scope;
        this.problems = scope.problems();
        this.names = names;
        this.relations = new RelationResolver(scope);
        this.columns = new ColumnCheck(scope);
    }

    /** Resolves fields by GraphQL name, in order. */
    Map<String, Field> resolve(String at, String owner, List<FieldDefinition> definitions, Source.Kind source) {
        Map<String, Field> fields = new LinkedHashMap<>();
        Map<String, String> authored = new LinkedHashMap<>();
        if (definitions.isEmpty()) {
            problems.add(at, "`" + owner + "` has no fields", "add `fields`");
        }
        for (FieldDefinition definition : definitions) {
            String name = scope.naming().apply(definition.name());
            if (!nameIsFree(definition, owner, authored, name)) {
                continue;
            }
            Field field = field(definition, name, source);
            if (field != null) {
                fields.put(name, field);
            }
        }
        return fields;
    }

    private boolean nameIsFree(FieldDefinition definition, String owner, Map<String, String> authored, String name) {
        if (!names.legal(definition.at(), "a field", name)) {
            return false;
        }
        String pointer = Pointer.to(definition.at(), "name");
        if (WHERE_MEMBERS.contains(name)) {
            problems.add(pointer, "`" + name + "` is a member of every `where`", "choose another name");
            return false;
        }
        String other = authored.putIfAbsent(name, definition.name());
        if (other != null) {
            String which = other.equals(name) ? "" : ", written `" + other + "`";
            problems.add(pointer, "`" + owner + "` already has a field `" + name + "`" + which, "rename one of them");
        }
        return other == null;
    }

    private @Nullable Field field(FieldDefinition definition, String name, Source.Kind source) {
        TypeRef type = scope.typeRef(Pointer.to(definition.at(), "type"), definition.type(), definition.nullable());
        RelationDefinition relation = definition.relation();
        ByDialect<String> computed = definition.computed();
        if (relation != null || computed != null) {
            exclude(definition, relation != null ? "a relation" : "a computed field", relation != null);
            needsRows(definition, source);
        }
        Relation resolved = relation == null || type == null ? null : relations.resolve(relation, type);
        if (type == null || relation != null && resolved == null) {
            return null;
        }
        ByDialect<SqlType> sql = definition.sql() == null ? null : checked(definition, "sql", definition.sql());
        columns.check(definition, type, sql, source);
        columns.checkPath(definition, type, source);
        return new Field(
                name,
                definition.description(),
                type,
                column(definition, name),
                definition.path(),
                sql,
                computed == null ? null : checked(definition, "computed", computed),
                resolved,
                definition.deprecation());
    }

    private <T> ByDialect<T> checked(FieldDefinition definition, String key, ByDialect<T> value) {
        return scope.targets().check(Pointer.to(definition.at(), key), key, value);
    }

    private ByDialect<String> column(FieldDefinition definition, String name) {
        ByDialect<String> column = definition.column();
        if (column != null) {
            return checked(definition, "column", column);
        }
        boolean stored = definition.relation() == null && definition.computed() == null;
        return ByDialect.same(Names.snakeCase(stored ? definition.name() : name));
    }

    private void exclude(FieldDefinition definition, String what, boolean relation) {
        exclude(definition, "column", definition.column(), what);
        if (relation) {
            exclude(definition, "sql", definition.sql(), what);
            exclude(definition, "computed", definition.computed(), what);
        }
    }

    private void exclude(FieldDefinition definition, String key, @Nullable Object value, String what) {
        if (value != null) {
            problems.add(
                    Pointer.to(definition.at(), key),
                    "`" + key + "` says nothing to " + what,
                    "remove `" + key + "` or make it a field of its own");
        }
    }

    private void needsRows(FieldDefinition definition, Source.Kind source) {
        if (source == Source.Kind.EMBEDDED) {
            String key = definition.relation() != null ? "relation" : "computed";
            problems.add(
                    Pointer.to(definition.at(), key),
                    "`" + key + "` needs the columns of a row, and the type has no `sql_source`",
                    "give the type a `sql_source` or remove the field");
        }
    }
}
