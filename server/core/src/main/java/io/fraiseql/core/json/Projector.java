package io.fraiseql.core.json;

import io.fraiseql.core.error.CoreErrorCode;
import io.fraiseql.spi.error.FraiseqlException;

/** A compiled {@link Projection}. Stateless. */
interface Projector {

    /**
     * Writes the value that begins at {@code start} and is not null, and returns the position after it.
     *
     * @param limit where the whole document ends
     * @param key names the value in errors
     */
    int write(byte[] document, int start, int limit, String key, Utf8Buffer out);

    static Projector of(Projection projection) {
        return switch (projection.kind()) {
            case OBJECT -> new ObjectProjector((ProjectedObject) projection);
            case LIST -> new ListProjector((ProjectedList) projection);
            case SCALAR -> new ScalarProjector(((ProjectedScalar) projection).type());
            case ENUM -> new EnumProjector((ProjectedEnum) projection);
        };
    }

    static FraiseqlException mismatch(String key, String expected) {
        return new FraiseqlException(
                CoreErrorCode.INTERNAL,
                "a document read from the database does not hold " + expected + " in \"" + key + "\"");
    }

    static FraiseqlException missing(String key) {
        return new FraiseqlException(
                CoreErrorCode.INTERNAL,
                "a document read from the database has no value in \"" + key
                        + "\", which the schema says is never null");
    }
}
