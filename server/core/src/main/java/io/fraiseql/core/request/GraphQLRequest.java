package io.fraiseql.core.request;

import io.fraiseql.spi.Nullable;
import java.util.Map;

/**
 * A request as it came, before anything is known of its document. At least one of {@code document, documentId, persistedHash} is there.
 *
 * @param document the text of the operation; null when the client sent only an id or a hash
 * @param documentId the sha256 of a trusted document in lower-case hex; null when the client sent none
 * @param persistedHash the sha256 that {@code extensions.persistedQuery} names, in lower-case hex; null when the client sent none
 * @param operationName which operation of the document; null when it has one
 * @param variables raw JSON values: {@link String}, {@link Long} or {@link java.math.BigInteger}, {@link java.math.BigDecimal}, {@link
 *     Boolean}, null, {@link java.util.List} and {@link Map} of these
 * @param readOnly only queries may run (HTTP GET)
 * @param writeOnly only mutations may run, because the request is larger than those of queries may be
 */
public record GraphQLRequest(
        @Nullable String document,
        @Nullable String documentId,
        @Nullable String persistedHash,
        @Nullable String operationName,
        Map<String, Object> variables,
        boolean readOnly,
        boolean writeOnly) {

    /** A request of usual size. */
    public GraphQLRequest(
            @Nullable String document,
            @Nullable String documentId,
            @Nullable String persistedHash,
            @Nullable String operationName,
            Map<String, Object> variables,
            boolean readOnly) {
        this(document, documentId, persistedHash, operationName, variables, readOnly, false);
    }

    /** A request that sends its document as text. */
    public static GraphQLRequest of(String document, @Nullable String operationName, Map<String, Object> variables) {
        return new GraphQLRequest(document, null, null, operationName, variables, false);
    }

    /** The same as one that must be a mutation. */
    public GraphQLRequest asWrite() {
        return new GraphQLRequest(document, documentId, persistedHash, operationName, variables, readOnly, true);
    }

    /** Whether the document is named by a hash, with or without its text. */
    public boolean named() {
        return documentId != null || persistedHash != null;
    }
}
