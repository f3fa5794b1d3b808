package io.fraiseql.server.action;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.fraiseql.spi.Nullable;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.eclipse.jetty.client.Response;
import org.eclipse.jetty.http.HttpFields;

/**
 * What another server answered.
 *
 * @param host whom it came from, for messages
 * @param content its first 64 KiB
 */
record Reply(String host, int status, HttpFields headers, byte[] content) {

    private static final JsonMapper MAPPER = new JsonMapper();
    private static final int MOST_BYTES = 65_536;

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

    /** Takes the content as it comes. Used by the client's threads, one after the other. */
    static final class Builder {

        private final String host;
        private final ByteArrayOutputStream content = new ByteArrayOutputStream();

        Builder(String host) {
            this.host = host;
        }

        void add(ByteBuffer bytes) {
            byte[] taken = new byte[Math.min(bytes.remaining(), MOST_BYTES - content.size())];
            bytes.get(taken);
            content.writeBytes(taken);
        }

        Reply build(Response response) {
            return new Reply(host, response.getStatus(), response.getHeaders(), content.toByteArray());
        }
    }
}
