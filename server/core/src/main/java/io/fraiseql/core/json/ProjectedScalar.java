package io.fraiseql.core.json;

import io.fraiseql.spi.database.ColumnType;

/** A scalar; a value that does not fit the type is an error. */
public record ProjectedScalar(ColumnType type) implements Projection {

    @Override
    public Kind kind() {
        return Kind.SCALAR;
    }
}
