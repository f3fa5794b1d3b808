package io.fraiseql.core.request;

import io.fraiseql.spi.Nullable;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What has been read of one request, key by key. */
final class RequestParts {

    private static final String DOCUMENT_ID_PREFIX = "sha256:";

    private final Set<String> seen = new HashSet<>();
    private @Nullable String query;
    private @Nullable String documentId;
    private @Nullable String persistedHash;
    private @Nullable String operationName;
    private Map<String, Object> variables = Map.of();

    static boolean isObject(String key) {
        return key.equals("variables") || key.equals("extensions");
    }

    /** Takes a member of the request as {@link JsonValueReader} gives it. */
    void take(String key, @Nullable Object value) {
        if (isObject(key)) {
            requireNew(key);
            takeObject(key, value == null ? Map.of() : object(key, value));
        } else if (value == null || value instanceof String) {
            takeText(key, (String) value);
        } else {
            requireKnown(key);
            throw RequestReader.badInput("\"" + key + "\" must be a string");
        }
    }

    void takeText(String key, @Nullable String text) {
        requireKnown(key);
        requireNew(key);
        switch (key) {
            case "query" -> query = text;
            case "operationName" -> operationName = text;
            default -> documentId = text == null ? null : documentId(text);
        }
    }

    GraphQLRequest toRequest(boolean readOnly) {
        if (documentId != null && persistedHash != null) {
            throw RequestReader.badInput(
                    "\"documentId\" and \"extensions.persistedQuery\" both name a document; send one");
        }
        if (query == null && documentId == null && persistedHash == null) {
            throw RequestReader.badInput("the request has no \"query\"; send the text of an operation");
        }
        return new GraphQLRequest(query, documentId, persistedHash, operationName, variables, readOnly);
    }

    @SuppressWarnings("unchecked") // an object of JSON has no other keys
    private static Map<String, Object> object(String key, Object value) {
        if (!(value instanceof Map)) {
            throw RequestReader.badInput("\"" + key + "\" must be a JSON object or null");
        }
        return (Map<String, Object>) value;
    }

    private void takeObject(String key, Map<String, Object> object) {
        if (key.equals("variables")) {
            variables = object;
        } else {
            persistedHash = PersistedQuery.hash(object);
        }
    }

    private static void requireKnown(String key) {
        switch (key) {
            case "query", "operationName", "documentId" -> {}
            default ->
                throw RequestReader.badInput(
                        "\"" + RequestReader.clipped(key)
                                + "\" is no key of a GraphQL request; known are query, operationName, variables, extensions, documentId");
        }
    }

    private void requireNew(String key) {
        if (!seen.add(key)) {
            throw RequestReader.badInput("\"" + key + "\" is given twice; send it once");
        }
    }

    private static String documentId(String text) {
        boolean prefixed = text.startsWith(DOCUMENT_ID_PREFIX);
        return PersistedQuery.hex("documentId", prefixed ? text.substring(DOCUMENT_ID_PREFIX.length()) : text);
    }
}
