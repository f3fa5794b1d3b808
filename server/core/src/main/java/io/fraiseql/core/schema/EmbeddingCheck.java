package io.fraiseql.core.schema;

import io.fraiseql.core.model.Field;
import io.fraiseql.core.model.ObjectType;
import io.fraiseql.core.model.Source;
import io.fraiseql.core.model.TypeRef.Kind;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Checks the fields that hold objects without a relation: members of documents and JSON columns. */
final class EmbeddingCheck {

    private final Scope scope;
    private final Problems problems;
    private final Map<String, ObjectType> types;

    EmbeddingCheck(Scope scope, Map<String, ObjectType> types) {
        this.scope = scope;
        this.problems = scope.problems();
        this.types = types;
    }

    void check() {
        for (ObjectType type : types.values()) {
            type.fields().values().stream()
                    .filter(field -> !field.type().leaf() && field.relation() == null)
                    .forEach(field -> embedded(type, field));
        }
        Set<String> done = new HashSet<>();
        for (ObjectType type : types.values()) {
            cycle(type, new ArrayDeque<>(), done);
        }
    }

    private void embedded(ObjectType owner, Field field) {
        String at = scope.at(owner.name(), field.name());
        ObjectType target = types.get(field.type().name());
        if (target == null) {
            problems.add(
                    at,
                    "`" + field.name() + "` holds one of several types and has no relation",
                    "add `relation` with `from` and `to`");
        } else if (target.source().kind() != Source.Kind.EMBEDDED
                && (owner.source().kind() == Source.Kind.COLUMNS
                        || target.source().kind() == Source.Kind.COLUMNS)) {
            problems.add(
                    at,
                    "`" + target.name() + "` has a source of its own, and nothing says which of its rows belong to `"
                            + field.name() + "`",
                    "add `relation` with `from` and `to`");
        } else if (target.source().kind() == Source.Kind.DOCUMENT) {
            onlyMembers(at, field, target);
        }
    }

    private void onlyMembers(String at, Field field, ObjectType target) {
        for (Field member : target.fields().values()) {
            if (member.relation() != null || member.computed() != null) {
                problems.add(
                        at,
                        "`" + field.name() + "` embeds `" + target.name() + "`, whose field `" + member.name()
                                + "` needs the columns of a row",
                        "add `relation`, or embed a type without `sql_source`");
                return;
            }
        }
    }

    private void cycle(ObjectType type, Deque<String> path, Set<String> done) {
        if (path.contains(type.name())) {
            problems.add(
                    scope.at(type.name()),
                    "every `" + type.name() + "` would hold another `" + type.name() + "` without end",
                    "make a field on the way nullable or a list");
            return;
        }
        if (!done.add(type.name())) {
            return;
        }
        path.push(type.name());
        for (Field field : type.fields().values()) {
            ObjectType target = types.get(field.type().name());
            boolean always = !field.type().nullable() && !field.type().list() && field.relation() == null;
            if (target != null && always && field.type().kind() == Kind.OBJECT) {
                cycle(target, path, done);
            }
        }
        path.pop();
    }
}
