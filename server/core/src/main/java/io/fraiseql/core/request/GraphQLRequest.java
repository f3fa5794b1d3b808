package io.fraiseql.core.request;

import io.fraiseql.spi.Nullable;
import java.util.Map;

/**
 * A request as it came, before anything is known of its document.
 *
 * @param document the text of the operation; null when the client sent only an id
 * @param documentId the sha256 of a trusted document in lower-case hex; null when the client sent the text
 * @param operationName which operation of the document; null when it has one
 * @param variables raw JSON values: {@link String}, {@link Long} or {@link java.math.BigInteger}, {@link java.math.BigDecimal}, {@link
 *     Boolean}, null, {@link java.util.List} and {@link Map} of these
 * @param readOnly only queries may run (HTTP GET)
 */
public record GraphQLRequest(
        @Nullable String document,
        @Nullable String documentId,
        @Nullable String operationName,
        Map<String, Object> variables,
        boolean readOnly) {}
