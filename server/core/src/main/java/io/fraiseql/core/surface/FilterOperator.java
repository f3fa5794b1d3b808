package io.fraiseql.core.surface;

import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.sql.Capability;

/**
 * Every operator of a filter. The one table of operators: the schema is built from it and the planner compiles from it. Operators of
 * different families may share a GraphQL name; {@link FilterFamily#operator} tells them apart.
 */
public enum FilterOperator {
    EQ("eq", Argument.VALUE, null),
    NEQ("neq", Argument.VALUE, null),
    GT("gt", Argument.VALUE, null),
    GTE("gte", Argument.VALUE, null),
    LT("lt", Argument.VALUE, null),
    LTE("lte", Argument.VALUE, null),
    IN("in", Argument.LIST, null),
    NIN("nin", Argument.LIST, null),
    CONTAINS("contains", Argument.TEXT, null),
    ICONTAINS("icontains", Argument.TEXT, null),
    STARTS_WITH("startsWith", Argument.TEXT, null),
    ISTARTS_WITH("istartsWith", Argument.TEXT, null),
    ENDS_WITH("endsWith", Argument.TEXT, null),
    IENDS_WITH("iendsWith", Argument.TEXT, null),
    LIKE("like", Argument.TEXT, null),
    ILIKE("ilike", Argument.TEXT, null),
    NLIKE("nlike", Argument.TEXT, null),
    NILIKE("nilike", Argument.TEXT, null),
    REGEX("regex", Argument.TEXT, Capability.REGEX),
    IREGEX("iregex", Argument.TEXT, Capability.REGEX),
    MATCHES("matches", Argument.TEXT, Capability.FULL_TEXT),
    PLAIN_QUERY("plainQuery", Argument.TEXT, Capability.FULL_TEXT),
    PHRASE_QUERY("phraseQuery", Argument.TEXT, Capability.FULL_TEXT),
    WEB_SEARCH("webSearch", Argument.TEXT, Capability.FULL_TEXT),
    IN_SUBNET("inSubnet", Argument.TEXT, Capability.NETWORKS),
    CONTAINS_SUBNET("containsSubnet", Argument.TEXT, Capability.NETWORKS),
    OVERLAPS_SUBNET("overlapsSubnet", Argument.TEXT, Capability.NETWORKS),
    ANCESTOR_OF("ancestorOf", Argument.TEXT, Capability.LABEL_TREES),
    DESCENDANT_OF("descendantOf", Argument.TEXT, Capability.LABEL_TREES),
    MATCHES_PATH("matchesPath", Argument.TEXT, Capability.LABEL_TREES),
    JSON_EQ("eq", Argument.VALUE, Capability.JSON_OPERATORS),
    JSON_NEQ("neq", Argument.VALUE, Capability.JSON_OPERATORS),
    JSON_CONTAINS("contains", Argument.VALUE, Capability.JSON_OPERATORS),
    JSON_CONTAINED_BY("containedBy", Argument.VALUE, Capability.JSON_OPERATORS),
    JSON_OVERLAPS("overlaps", Argument.VALUE, Capability.JSON_OPERATORS),
    HAS_KEY("hasKey", Argument.TEXT, Capability.JSON_OPERATORS),
    LIST_CONTAINS("contains", Argument.LIST, Capability.JSON_OPERATORS),
    LIST_CONTAINED_BY("containedBy", Argument.LIST, Capability.JSON_OPERATORS),
    LIST_OVERLAPS("overlaps", Argument.LIST, Capability.JSON_OPERATORS),
    LENGTH_EQ("lengthEq", Argument.INT, Capability.JSON_OPERATORS),
    LENGTH_GT("lengthGt", Argument.INT, Capability.JSON_OPERATORS),
    LENGTH_LT("lengthLt", Argument.INT, Capability.JSON_OPERATORS),
    IS_NULL("isNull", Argument.BOOLEAN, null);

    private final String graphQLName;
    private final Argument argument;
    private final @Nullable Capability capability;

    FilterOperator(String graphQLName, Argument argument, @Nullable Capability capability) {
        this.graphQLName = graphQLName;
        this.argument = argument;
        this.capability = capability;
    }

    /** The member of the filter input. */
    public String graphQLName() {
        return graphQLName;
    }

    /** What the operator is given. */
    public Argument argument() {
        return argument;
    }

    /** What a dialect must have for it; null when every dialect has it. */
    public @Nullable Capability capability() {
        return capability;
    }

    /** The types of operands. */
    public enum Argument {
        /** One value of the field's scalar or enum. */
        VALUE,
        /** A list of non-null values of the field's (element) scalar or enum. */
        LIST,
        /** A {@code String}, whatever the field's scalar. */
        TEXT,
        /** An {@code Int}. */
        INT,
        /** A {@code Boolean}. */
        BOOLEAN
    }
}
