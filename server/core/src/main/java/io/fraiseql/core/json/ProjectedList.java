package io.fraiseql.core.json;

/** A list. */
public record ProjectedList(boolean elementNullable, Projection element) implements Projection {

    @Override
    public Kind kind() {
        return Kind.LIST;
    }
}
