package io.fraiseql.core.model;

/**
 * What is made from a type or a query beside itself.
 *
 * @param aggregate of a query: aggregates over its rows; of a type: aggregates on the relations to it
 * @param rows of a query: its rows; without them its own name is that of the aggregates
 * @param relay of a query: a connection; of a type: global ids, and connections on the relations to it
 */
public record Offers(boolean relay, boolean aggregate, boolean rows) {

    /** Nothing. */
    public static final Offers NONE = new Offers(false, false);

    /** Nothing but aggregates. */
    public static final Offers AGGREGATES_ALONE = new Offers(false, true, false);

    /** Beside the rows. */
    public Offers(boolean relay, boolean aggregate) {
        this(relay, aggregate, true);
    }
}
