package io.fraiseql.core.schema;

import io.fraiseql.core.model.ByDialect;
import io.fraiseql.core.model.Relation;
import io.fraiseql.core.model.TypeRef;
import io.fraiseql.core.schema.RelationDefinition.ThroughDefinition;
import io.fraiseql.spi.Nullable;
import java.util.HashSet;
import java.util.List;

/** Resolves the relations of fields. */
final class RelationResolver {

    private final Scope scope;
    private final Problems problems;

    RelationResolver(Scope scope) {
        this.scope = scope;
        this.problems = scope.problems();
    }

    /** Resolves a relation of a field of a type; null when too little of it is left. */
    @Nullable
    Relation resolve(RelationDefinition relation, TypeRef type) {
        target(relation, type);
        cardinality(relation, type);
        ByDialect<List<String>> from = columns(relation.at(), "from", relation.from());
        ByDialect<List<String>> to = columns(relation.at(), "to", relation.to());
        ThroughDefinition link = relation.through();
        if (from == null || to == null) {
            return null;
        }
        if (link == null) {
            sameLength(relation.at(), "`from` and `to`", from, to);
            return new Relation(type.list(), from, to, null);
        }
        ByDialect<List<String>> linkFrom = columns(link.at(), "from", link.from());
        ByDialect<List<String>> linkTo = columns(link.at(), "to", link.to());
        ByDialect<String> table = link.table();
        if (linkFrom == null || linkTo == null || table == null) {
            return null;
        }
        sameLength(link.at(), "`from` and `through.from`", from, linkFrom);
        sameLength(link.at(), "`through.to` and `to`", linkTo, to);
        ByDialect<List<String>> names = scope.targets().sourceNames(Pointer.to(link.at(), "table"), "table", table);
        return new Relation(type.list(), from, to, new Relation.Through(names, linkFrom, linkTo));
    }

    private void target(RelationDefinition relation, TypeRef type) {
        String pointer = relation.type() == null ? relation.at() : Pointer.to(relation.at(), "type");
        String name = relation.type();
        if (name != null && !name.equals(type.name())) {
            problems.add(
                    pointer,
                    "the relation leads to `" + name + "` and the field's type is `" + type.name() + "`",
                    "write the same type in both");
        } else if (type.leaf()) {
            problems.add(
                    pointer,
                    "a relation leads to a type with a source, and `" + type.name() + "` is a "
                            + (type.kind() == TypeRef.Kind.ENUM ? "enum" : "scalar"));
        }
        TypeDefinition target = scope.types().get(type.name());
        if (target != null && target.source() == null) {
            problems.add(
                    pointer,
                    "a relation leads to a type with a source, and `" + type.name() + "` has none",
                    "give `" + type.name() + "` a `sql_source`");
        }
    }

    private void cardinality(RelationDefinition relation, TypeRef type) {
        String written = relation.cardinality();
        String meant = type.list() ? "many" : "one";
        if (written == null || written.equals(meant)) {
            return;
        }
        String pointer = Pointer.to(relation.at(), "cardinality");
        if (written.equals("one") || written.equals("many")) {
            String name = type.name();
            String better = type.list() ? name : "[" + name + "!]";
            problems.add(
                    pointer,
                    "`cardinality` is `" + written + "` and the field's type is "
                            + (type.list() ? "a list" : "no list"),
                    "write `" + meant + "`, or `" + better + "` as the type");
        } else {
            problems.addUnknown(
                    pointer,
                    "`" + written + "` is not a cardinality; there are `one` and `many`",
                    written,
                    List.of("one", "many"));
        }
    }

    private @Nullable ByDialect<List<String>> columns(
            String at, String key, @Nullable ByDialect<List<String>> columns) {
        if (columns == null) {
            return null;
        }
        String pointer = Pointer.to(at, key);
        return scope.targets().map(pointer, key, columns, list -> {
            if (list.isEmpty()) {
                problems.add(pointer, "`" + key + "` is empty", "name the columns");
            } else if (new HashSet<>(list).size() < list.size()) {
                problems.add(pointer, "`" + key + "` names a column twice");
            }
            return list;
        });
    }

    private void sameLength(String at, String which, ByDialect<List<String>> one, ByDialect<List<String>> other) {
        for (String target : scope.targets().names()) {
            if (one.has(target) && other.has(target)) {
                int left = one.get(target).size();
                int right = other.get(target).size();
                if (left != right) {
                    problems.add(
                            at,
                            which + " have " + left + " and " + right + " columns",
                            "name as many columns in both, in the same order");
                    return;
                }
            }
        }
    }
}
