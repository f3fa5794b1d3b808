package io.fraiseql.core.request;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.fraiseql.spi.Nullable;
import java.io.IOException;
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

    /** Takes the value that the parser stands on. */
    void take(String key, JsonValueReader values, JsonParser parser) throws IOException {
        JsonValueReader.checkText(key, "a key of the request");
        boolean isNull = parser.currentToken() == JsonToken.VALUE_NULL;
        if (isObject(key)) {
            requireNew(key);
            takeObject(key, isNull ? Map.of() : object(key, values, parser));
        } else if (isNull) {
            takeText(key, null);
        } else if (parser.currentToken() == JsonToken.VALUE_STRING) {
            takeText(key, values.string(key));
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

    private static Map<String, Object> object(String key, JsonValueReader values, JsonParser parser)
            throws IOException {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            throw RequestReader.badInput("\"" + key + "\" must be a JSON object or null");
        }
        return values.object(key, 1);
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
