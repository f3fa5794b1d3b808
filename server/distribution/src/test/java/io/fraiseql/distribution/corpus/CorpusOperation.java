package io.fraiseql.distribution.corpus;

import com.fasterxml.jackson.databind.JsonNode;
import io.fraiseql.spi.Nullable;

/**
 * One operation of a corpus with the way to its answer.
 *
 * @param name the file's name without extension, {@code 017-like}
 * @param variables null when it has none
 * @param operationName null when the document has one operation
 * @param expectedSql a statement for PostgreSQL, written by hand, that returns the expected {@code data} as one JSON value
 */
public record CorpusOperation(
        String name,
        String document,
        @Nullable JsonNode variables,
        @Nullable String operationName,
        String expectedSql) {

    @Override
    public String toString() {
        return name;
    }
}
