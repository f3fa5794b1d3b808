package io.fraiseql.core.model;

import io.fraiseql.spi.Nullable;
import java.util.List;
import java.util.Map;

/**
 * A resolved schema: every name checked, every default filled in. Made by {@code core.schema} from {@code schema.json} or from the
 * compiled file, read by everything after it. Maps keep the order of the file and are keyed by GraphQL name.
 *
 * @param targets the dialects the schema is compiled for; every {@link ByDialect} has a value for each of them
 * @param observers in the order of the file
 * @param schedules likewise
 */
public record Model(
        List<String> targets,
        Map<String, ObjectType> types,
        Map<String, EnumType> enums,
        Map<String, InterfaceType> interfaces,
        Map<String, UnionType> unions,
        Map<String, ScalarType> scalars,
        Map<String, RootField> queries,
        Map<String, Mutation> mutations,
        Map<String, Subscription> subscriptions,
        List<Rule> observers,
        List<ScheduledRule> schedules) {

    public Model {
        observers = List.copyOf(observers);
        schedules = List.copyOf(schedules);
    }

    /** A schema that only reads. */
    public Model(
            List<String> targets,
            Map<String, ObjectType> types,
            Map<String, EnumType> enums,
            Map<String, InterfaceType> interfaces,
            Map<String, UnionType> unions,
            Map<String, ScalarType> scalars,
            Map<String, RootField> queries) {
        this(targets, types, enums, interfaces, unions, scalars, queries, Map.of(), Map.of(), List.of(), List.of());
    }

    /** The same with subscriptions. */
    public Model with(Map<String, Subscription> others) {
        return new Model(
                targets, types, enums, interfaces, unions, scalars, queries, mutations, others, observers, schedules);
    }

    /** The object type of that name; null when there is none. */
    public @Nullable ObjectType type(String name) {
        return types.get(name);
    }

    /** The first mutation of that operation on a type; null when there is none. */
    public @Nullable Mutation mutation(String type, Mutation.Operation operation) {
        for (Mutation mutation : mutations.values()) {
            if (mutation.type().equals(type) && mutation.operation() == operation) {
                return mutation;
            }
        }
        return null;
    }
}
