package io.fraiseql.core.model;

/**
 * What is made from a type or a query beside itself.
 *
 * @param relay of a query: a connection; of a type: global ids, and connections on the relations to it
 */
public record Offers(boolean relay) {

    /** Nothing. */
    public static final Offers NONE = new Offers(false);
}
