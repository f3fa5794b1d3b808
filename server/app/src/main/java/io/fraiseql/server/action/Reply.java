package io.fraiseql.server.action;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.fraiseql.spi.Nullable;
import java.io.IOException;
import org.eclipse.jetty.http.HttpFields;

/**
 * What another server answered.
 *
 * @param host whom it came from, for messages
 * @param content its first 64 KiB where the caller asked for it, otherwise empty
 * @param cut why the content is not whole, for messages; empty where it is, and where nobody asked for it
 */
record Reply(String host, int status, HttpFields headers, byte[] content, String cut) {

    private static final JsonMapper MAPPER = new JsonMapper();

    /** Which answers have content that is of use; of others only the status and the headers are waited for. */
    enum Content {
        NONE,
        /** That of answers that are no success, where it comes soon: the status alone says what becomes of the delivery. */
        ERRORS,
        /** That of answers with 2xx. */
        SUCCESS;

        boolean of(int status) {
            boolean success = status >= 200 && status < 300;
            return switch (this) {
                case NONE -> false;
                case ERRORS -> !success;
                case SUCCESS -> success;
            };
        }
    }

    @Nullable
    String header(String name) {
        return headers.get(name);
    }

    /** The content as JSON; a missing node where it is none. */
    JsonNode json() {
        try {
            return MAPPER.readTree(content);
        } catch (IOException e) {
            return MissingNode.getInstance();
        }
    }
}
