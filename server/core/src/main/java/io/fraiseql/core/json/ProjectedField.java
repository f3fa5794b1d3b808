package io.fraiseql.core.json;

import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.database.ColumnType;

/**
 * One selected field of an embedded object.
 *
 * @param responseKey its name in the answer, encoded with the colon: {@code "name":}
 * @param documentKey the key to read; null for a constant
 * @param constant the encoded JSON of a constant such as {@code __typename}; null for a key
 * @param nullable whether null, or a missing key, may be answered
 * @param value how the value is written; not looked at for a constant
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record ProjectedField(
        byte[] responseKey,
        @Nullable String documentKey,
        byte @Nullable [] constant,
        boolean nullable,
        Projection value) {

    public ProjectedField {
        if ((documentKey == null) == (constant == null)) {
            throw new IllegalArgumentException("a projected field has either a document key or a constant");
        }
    }

    /** A field read from a key of the document. */
    public static ProjectedField of(byte[] responseKey, String documentKey, boolean nullable, Projection value) {
        return new ProjectedField(responseKey, documentKey, null, nullable, value);
    }

    /** A field that is the same for every document. */
    public static ProjectedField constant(byte[] responseKey, byte[] json) {
        return new ProjectedField(responseKey, null, json, false, new ProjectedScalar(ColumnType.TEXT));
    }
}
