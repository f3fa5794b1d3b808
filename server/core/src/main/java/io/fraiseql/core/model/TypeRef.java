package io.fraiseql.core.model;

/**
 * The type of a field or argument, one list deep.
 *
 * @param kind what {@code name} names
 * @param name the GraphQL name of the (element) type
 * @param nullable whether the value itself may be null
 * @param list whether it is a list
 * @param elementNullable whether elements of the list may be null; false when not a list
 */
public record TypeRef(Kind kind, String name, boolean nullable, boolean list, boolean elementNullable) {

    /** The kinds of named types. */
    public enum Kind {
        SCALAR,
        ENUM,
        OBJECT,
        INTERFACE,
        UNION
    }

    /** Whether it names a scalar or an enum. */
    public boolean leaf() {
        return kind == Kind.SCALAR || kind == Kind.ENUM;
    }
}
