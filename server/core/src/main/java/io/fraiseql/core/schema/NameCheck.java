package io.fraiseql.core.schema;

import io.fraiseql.core.model.QueryFields;
import io.fraiseql.core.model.TypeRef.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Checks that names are legal, free and unique. */
final class NameCheck {

    private static final Set<String> ROOTS = Set.of("Query", "Mutation", "Subscription");

    private static final List<String> WRITE_ENDINGS = List.of(
            "CreateInput",
            "SetInput",
            "OnConflict",
            "StoredField",
            "WriteResult",
            "KeyInput",
            "NestedOneInput",
            "NestedManyInput",
            "NestedOneSetInput",
            "NestedManySetInput",
            "NestedFixedManyInput",
            "NestedFixedOneSetInput",
            "NestedFixedManySetInput",
            "NestedUpsertInput",
            "NestedUpdateInput");

    private final Problems problems;

    NameCheck(Problems problems) {
        this.problems = problems;
    }

    /** Checks a name that stands at {@code at/name}. */
    boolean legal(String at, String what, String name) {
        String pointer = at.isEmpty() ? at : Pointer.to(at, "name");
        if (!Names.isLegal(name)) {
            problems.add(
                    pointer, "`" + name + "` cannot name " + what, "use letters, digits and `_`, and no digit first");
            return false;
        }
        if (name.startsWith("__")) {
            problems.add(
                    pointer, "`" + name + "` cannot name " + what, "names with `__` in front belong to introspection");
            return false;
        }
        return true;
    }

    /** Checks the names of all types against each other, the built-in ones and those the engine makes from them. */
    void types(SchemaDefinition schema, Scope scope) {
        List<Named> named = new ArrayList<>();
        schema.types().forEach(type -> named.add(new Named(type.at(), "a type", type.name())));
        schema.enums().forEach(type -> named.add(new Named(type.at(), "an enum", type.name())));
        schema.interfaces().forEach(type -> named.add(new Named(type.at(), "an interface", type.name())));
        schema.unions().forEach(type -> named.add(new Named(type.at(), "a union", type.name())));
        Map<String, String> generated = generated(scope, !schema.mutations().isEmpty());
        offers(schema, generated);
        Set<String> taken = new HashSet<>();
        for (Named type : named) {
            if (legal(type.at(), type.what(), type.name())) {
                free(type, scope, generated, taken);
            }
        }
    }

    private void free(Named type, Scope scope, Map<String, String> generated, Set<String> taken) {
        String pointer = Pointer.to(type.at(), "name");
        String name = type.name();
        String owner = generated.get(name);
        if (ROOTS.contains(name)) {
            problems.add(pointer, "`" + name + "` is the engine's own", "choose another name");
        } else if (scope.scalars().containsKey(name)) {
            problems.add(pointer, "`" + name + "` is a built-in scalar", "choose another name");
        } else if (owner != null) {
            problems.add(pointer, "`" + name + "` is what the engine makes for `" + owner + "`", "choose another name");
        } else if (!taken.add(name)) {
            problems.add(pointer, "there is already a type `" + name + "`", "rename one of them");
        }
    }

    /** The owners of the names that the engine makes, by those names. */
    private static Map<String, String> generated(Scope scope, boolean writes) {
        Map<String, String> generated = new HashMap<>();
        scope.kinds().forEach((name, kind) -> {
            boolean leaf = kind == Kind.SCALAR || kind == Kind.ENUM;
            List<String> endings =
                    leaf ? List.of("Filter", "ListFilter") : List.of("Where", "OrderBy", "ListWhere", "Filter");
            endings.forEach(ending -> generated.put(name + ending, name));
            if (writes && kind == Kind.OBJECT) {
                WRITE_ENDINGS.forEach(ending -> generated.put(name + ending, name));
            }
        });
        return generated;
    }

    /** What connections, global ids and aggregates are made of. */
    private static void offers(SchemaDefinition schema, Map<String, String> generated) {
        for (TypeDefinition type : schema.types()) {
            if (type.relay()) {
                List.of("Connection", "Edge").forEach(ending -> generated.put(type.name() + ending, type.name()));
                List.of("Node", "PageInfo", "Cursor").forEach(name -> generated.put(name, "relay"));
            }
            if (type.aggregate()) {
                QueryFields.AGGREGATE_ENDINGS.forEach(ending -> generated.put(type.name() + ending, type.name()));
                List.of("TimeBucket", "DateBucket").forEach(name -> generated.put(name, "aggregate"));
            }
        }
    }

    private record Named(String at, String what, String name) {}
}
