package io.fraiseql.server.http.live;

import io.fraiseql.core.error.Nearest;
import io.fraiseql.core.json.Utf8Buffer;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.error.FraiseqlException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A message of a client.
 *
 * @param type one of {@link #TYPES}
 * @param id of the operation; null for messages that are about none
 * @param payload null when there is none
 * @param length of the whole message, in bytes
 */
record SocketMessage(
        String type, @Nullable String id, @Nullable Map<String, Object> payload, int length) {

    static final String INIT = "connection_init";
    static final String PING = "ping";
    static final String PONG = "pong";
    static final String SUBSCRIBE = "subscribe";
    static final String COMPLETE = "complete";

    private static final List<String> TYPES = List.of(INIT, PING, PONG, SUBSCRIBE, COMPLETE);
    private static final Set<String> OF_OPERATIONS = Set.of(SUBSCRIBE, COMPLETE);
    private static final int ERRORS_LABEL = "{\"errors\":".length();

    /** @throws ProtocolException {@code 4400} when it is none of the protocol */
    static SocketMessage read(String text, Operations operations) {
        byte[] sent = text.getBytes(StandardCharsets.UTF_8);
        Map<String, Object> members;
        try {
            members = operations.object(sent, "the message");
        } catch (FraiseqlException e) {
            throw invalid(String.valueOf(e.getMessage()));
        }
        if (!(members.get("type") instanceof String type) || !TYPES.contains(type)) {
            throw invalid(unknown(members.get("type")));
        }
        boolean named = OF_OPERATIONS.contains(type);
        boolean loaded = !type.equals(COMPLETE);
        for (String key : members.keySet()) {
            if (!key.equals("type") && !(named && key.equals("id")) && !(loaded && key.equals("payload"))) {
                throw invalid("a message of type " + type + " has no \"" + key + "\"");
            }
        }
        Object id = members.get("id");
        if (named && !(id instanceof String name && !name.isEmpty())) {
            throw invalid("\"id\" must be a string that is not empty");
        }
        Map<String, Object> payload = payload(members);
        if (payload == null && type.equals(SUBSCRIBE)) {
            throw invalid("\"payload\" must be an object with the query");
        }
        return new SocketMessage(type, (String) id, payload, sent.length);
    }

    @SuppressWarnings("unchecked") // an object of JSON has no other keys
    private static @Nullable Map<String, Object> payload(Map<String, Object> members) {
        Object payload = members.get("payload");
        if (payload != null && !(payload instanceof Map)) {
            throw invalid("\"payload\" must be an object");
        }
        return (Map<String, Object>) payload;
    }

    private static String unknown(@Nullable Object type) {
        String nearest = type instanceof String text ? Nearest.to(text, TYPES) : null;
        return "\"type\" must be one of " + String.join(", ", TYPES)
                + (nearest == null ? "" : "; did you mean " + nearest + "?");
    }

    private static ProtocolException invalid(String why) {
        return new ProtocolException(ProtocolException.INVALID_MESSAGE, "Invalid message: " + why);
    }

    /** A message of the server without a payload. */
    static byte[] plain(String type) {
        return bytes("{\"type\":\"" + type + "\"}");
    }

    /** That an operation has ended. */
    static byte[] complete(String id) {
        return of(id, COMPLETE, new byte[0]);
    }

    /** A result of an operation. */
    static byte[] next(String id, byte[] result) {
        return of(id, "next", result);
    }

    /** The errors of an answer that has nothing else, which end an operation. */
    static byte[] error(String id, Utf8Buffer answer) {
        return of(id, "error", Arrays.copyOfRange(answer.array(), ERRORS_LABEL, answer.length() - 1));
    }

    private static byte[] of(String id, String type, byte[] payload) {
        Utf8Buffer out = new Utf8Buffer(payload.length + id.length() + 64);
        out.write(bytes("{\"id\":"));
        out.string(id);
        out.write(bytes(",\"type\":\"" + type + "\""));
        if (payload.length > 0) {
            out.write(bytes(",\"payload\":"));
            out.write(payload);
        }
        out.write((byte) '}');
        return Arrays.copyOf(out.array(), out.length());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
