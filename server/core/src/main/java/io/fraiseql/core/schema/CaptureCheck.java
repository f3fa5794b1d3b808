package io.fraiseql.core.schema;

import io.fraiseql.core.model.Mutation;
import io.fraiseql.core.model.ObjectType;
import io.fraiseql.core.model.Source;
import io.fraiseql.core.model.Writing;
import io.fraiseql.core.model.WrittenTables;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Every change of a table is noted once: by the server or by triggers, under one name. */
final class CaptureCheck {

    private final Scope scope;
    private final Map<String, ObjectType> types;
    private final Collection<Mutation> mutations;

    CaptureCheck(Scope scope, Map<String, ObjectType> types, Map<String, Mutation> mutations) {
        this.scope = scope;
        this.types = types;
        this.mutations = mutations.values();
    }

    void check(List<TypeDefinition> definitions) {
        for (TypeDefinition definition : definitions) {
            ObjectType type = types.get(definition.name());
            if (type != null && isCaptured(type)) {
                check(type, Pointer.to(definition.at(), WritingResolver.CAPTURE));
            }
        }
    }

    private static boolean isCaptured(ObjectType type) {
        return type.writing().capture() == Writing.Capture.TRIGGER;
    }

    private void check(ObjectType type, String pointer) {
        if (type.key().isEmpty()) {
            scope.problems()
                    .add(
                            pointer,
                            "`" + type.name() + "` has no key by which events could name its rows",
                            "give `" + type.name() + "` a `primary_key`");
        }
        Set<String> entities = WrittenTables.entities(type, mutations);
        if (entities.size() > 1) {
            scope.problems()
                    .add(
                            pointer,
                            "triggers know one `entity`, and the mutations of `" + type.name() + "` have "
                                    + String.join(", ", entities),
                            "give them the same `entity`");
        }
        for (String target : scope.targets().names()) {
            if (type.source().relation().has(target)) {
                checkAlone(type, target, pointer);
            }
        }
    }

    private void checkAlone(ObjectType type, String target, String pointer) {
        Set<List<String>> tables = WrittenTables.of(type, mutations, target);
        for (ObjectType other : types.values()) {
            if (other == type || other.source().kind() != Source.Kind.COLUMNS || !writes(other, target)) {
                continue;
            }
            for (List<String> table : WrittenTables.of(other, mutations, target)) {
                if (tables.contains(table)) {
                    scope.problems()
                            .add(
                                    pointer,
                                    "the changes of the table `" + SourceName.format(table)
                                            + "` would be noted twice: `" + other.name() + "` is written there too",
                                    "capture one of the types by triggers, and write the table through it alone");
                }
            }
        }
    }

    private boolean writes(ObjectType other, String target) {
        boolean known = other.source().relation().has(target);
        return known
                && (isCaptured(other) || !WrittenTables.of(other, mutations).isEmpty());
    }
}
