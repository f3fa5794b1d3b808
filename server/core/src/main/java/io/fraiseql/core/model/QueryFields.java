package io.fraiseql.core.model;

import io.fraiseql.spi.Nullable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The fields of the query type: every query of a model and what is made from it, by name. */
public final class QueryFields {

    /** The field that finds an object by its global id. */
    public static final String NODE = "node";

    /** The field that finds several. */
    public static final String NODES = "nodes";

    /** What stands behind the name of a type in the names of the types of its aggregates. */
    public static final List<String> AGGREGATE_ENDINGS = List.of(
            "Aggregate",
            "AggregateKeys",
            "AggregateCounts",
            "AggregateSums",
            "AggregateAverages",
            "AggregateExtremes",
            "AggregateDeviations",
            "AggregateOrderBy",
            "AggregateKeysOrderBy",
            "AggregateNumbersOrderBy",
            "AggregateExtremesOrderBy",
            "AggregateHaving",
            "AggregateCountsHaving",
            "AggregateSumsHaving",
            "AggregateAveragesHaving",
            "AggregateExtremesHaving",
            "AggregateDeviationsHaving",
            "GroupBy");

    private static final String CONNECTION = "Connection";
    private static final String AGGREGATE = "Aggregate";

    private QueryFields() {}

    /** How a field answers. */
    public enum Kind {
        /** The rows of its query. */
        ROWS,
        /** A connection over the rows of its query. */
        CONNECTION,
        /** Aggregates over the rows of its query. */
        AGGREGATE,
        NODE,
        NODES
    }

    /**
     * One field.
     *
     * @param query what it is made from; null for {@link Kind#NODE} and {@link Kind#NODES}
     */
    public record QueryField(
            String name, Kind kind, @Nullable RootField query) {}

    /** The fields of a model, in order. */
    public static Map<String, QueryField> of(Model model) {
        Map<String, QueryField> fields = new LinkedHashMap<>();
        for (RootField query : model.queries().values()) {
            add(fields, query.name(), query.offers().rows() ? Kind.ROWS : Kind.AGGREGATE, query);
            if (query.offers().relay()) {
                add(fields, connection(query.name()), Kind.CONNECTION, query);
            }
            if (query.offers().aggregate() && query.offers().rows()) {
                add(fields, aggregate(query.name()), Kind.AGGREGATE, query);
            }
        }
        if (model.types().values().stream().anyMatch(type -> type.offers().relay())) {
            add(fields, NODE, Kind.NODE, null);
            add(fields, NODES, Kind.NODES, null);
        }
        return fields;
    }

    private static void add(Map<String, QueryField> fields, String name, Kind kind, @Nullable RootField query) {
        fields.putIfAbsent(name, new QueryField(name, kind, query));
    }

    /** The connection over a list. */
    public static String connection(String list) {
        return list + CONNECTION;
    }

    /** The aggregates over a list. */
    public static String aggregate(String list) {
        return list + AGGREGATE;
    }

    /** The list that a connection is over; null for the name of anything else. */
    public static @Nullable String connected(String name) {
        return before(CONNECTION, name);
    }

    /** The list that aggregates are over; null for the name of anything else. */
    public static @Nullable String aggregated(String name) {
        return before(AGGREGATE, name);
    }

    private static @Nullable String before(String ending, String name) {
        return name.endsWith(ending) ? name.substring(0, name.length() - ending.length()) : null;
    }
}
