package io.fraiseql.core.schema;

import io.fraiseql.core.model.Field;
import io.fraiseql.core.model.InterfaceType;
import io.fraiseql.core.model.Mutation;
import io.fraiseql.core.model.ObjectType;
import io.fraiseql.core.model.RootField;
import io.fraiseql.core.model.ScalarType;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Picks the scalars a schema needs: GraphQL's own and those of its fields and of functions' arguments. */
final class UsedScalars {

    private static final Set<String> ALWAYS = Set.of("Int", "Float", "String", "Boolean", "ID");

    /** What sums and averages are of. */
    private static final Set<String> AGGREGATES = Set.of("BigInt", "Decimal");

    /** What the places of events are. */
    private static final String POSITIONS = "BigInt";

    private UsedScalars() {}

    static Map<String, ScalarType> of(
            Map<String, ScalarType> scalars,
            Map<String, ObjectType> types,
            Map<String, InterfaceType> interfaces,
            Map<String, RootField> queries,
            Map<String, Mutation> mutations,
            boolean subscriptions) {
        Set<String> used = new TreeSet<>(ALWAYS);
        types.values().forEach(type -> add(used, type.fields().values()));
        interfaces.values().forEach(type -> add(used, type.fields().values()));
        boolean aggregates = types.values().stream()
                        .anyMatch(type -> type.offers().aggregate())
                || queries.values().stream().anyMatch(query -> query.offers().aggregate());
        if (aggregates) {
            used.addAll(AGGREGATES);
        }
        if (subscriptions) {
            used.add(POSITIONS);
        }
        mutations.values().forEach(mutation -> mutation.arguments()
                .forEach(argument -> used.add(argument.type().name())));
        Map<String, ScalarType> picked = new LinkedHashMap<>();
        scalars.forEach((name, scalar) -> {
            if (used.contains(name)) {
                picked.put(name, scalar);
            }
        });
        return Collections.unmodifiableMap(picked);
    }

    private static void add(Set<String> used, Collection<Field> fields) {
        fields.forEach(field -> used.add(field.type().name()));
    }
}
