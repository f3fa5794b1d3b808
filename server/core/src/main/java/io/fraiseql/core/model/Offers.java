package io.fraiseql.core.model;

/**
 * What is made from a type or a query beside itself.
 *
 * @param aggregate of a query: aggregates over its rows; of a type: aggregates on the relations to it
 * @param relay of a query: a connection; of a type: global ids, and connections on the relations to it
 */
public record Offers(boolean relay, boolean aggregate) {

    /** Nothing. */
    public static final Offers NONE = new Offers(false, false);
}
