package io.fraiseql.server.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fraiseql.core.error.CoreErrorCode;
import io.fraiseql.core.request.GraphQLRequest;
import io.fraiseql.spi.error.FraiseqlException;
import java.io.IOException;
import java.util.Map;

/** Just enough of a parser. */
final class TestingParser implements RequestParser {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    public GraphQLRequest post(byte[] body, int length) {
        try {
            JsonNode tree = JSON.readTree(body, 0, length);
            return get(
                    tree.path("query").asText(null), tree.path("operationName").asText(null), null, null, false);
        } catch (IOException e) {
            throw new FraiseqlException(CoreErrorCode.BAD_USER_INPUT, "not JSON", e);
        }
    }

    @Override
    public GraphQLRequest get(String query, String operationName, String variables, String extensions) {
        return get(query, operationName, variables, extensions, true);
    }

    private static GraphQLRequest get(
            String query, String name, String variables, String extensions, boolean readOnly) {
        if (query == null) {
            throw new FraiseqlException(CoreErrorCode.BAD_USER_INPUT, "no query");
        }
        return new GraphQLRequest(query, null, name, Map.of(), readOnly);
    }
}
