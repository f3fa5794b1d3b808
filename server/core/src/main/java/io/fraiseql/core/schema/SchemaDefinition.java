package io.fraiseql.core.schema;

import java.util.List;

/** A {@code schema.json} as it was written: well-formed, not yet checked against itself. Each {@code at} is a JSON pointer. */
public record SchemaDefinition(
        NamingConvention naming,
        List<TypeDefinition> types,
        List<EnumDefinition> enums,
        List<InterfaceDefinition> interfaces,
        List<UnionDefinition> unions,
        List<QueryDefinition> queries,
        List<AggregateQueryDefinition> aggregateQueries,
        List<MutationDefinition> mutations,
        List<SubscriptionDefinition> subscriptions,
        List<RuleDefinition> observers,
        List<ScheduleDefinition> schedules) {}
