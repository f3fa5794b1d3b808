package io.fraiseql.core.request;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import io.fraiseql.core.error.CoreErrorCode;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.error.FraiseqlException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads GraphQL requests from HTTP. Thread-safe. Whatever is wrong with a request is a {@link FraiseqlException} with {@code
 * BAD_USER_INPUT}.
 */
public final class RequestReader {

    private static final int MAX_SHOWN = 80;

    private final JsonFactory json = JsonFactory.builder()
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNumberLength(1100).build())
            .build();

    /** Reads the JSON body of a POST; the array is not kept. */
    public GraphQLRequest read(byte[] body, int offset, int length) {
        StrictUtf8.check(body, offset, length);
        RequestParts parts = new RequestParts();
        try (JsonParser parser = json.createParser(body, offset, length)) {
            requireObject(parser.nextToken());
            JsonValueReader values = new JsonValueReader(parser);
            for (String key = parser.nextFieldName(); key != null; key = parser.nextFieldName()) {
                parser.nextToken();
                take(parts, key, values);
            }
            requireEnd(parser);
        } catch (JsonProcessingException e) {
            throw malformed("the body of the request", e);
        } catch (IOException e) {
            throw new FraiseqlException(CoreErrorCode.INTERNAL, "the body of the request could not be read", e);
        }
        return parts.toRequest(false);
    }

    /**
     * Reads the parameters of a GET; such a request may only query.
     *
     * @param parameters decoded; {@code variables} and {@code extensions} are JSON text
     */
    public GraphQLRequest readParameters(Map<String, List<String>> parameters) {
        RequestParts parts = new RequestParts();
        parameters.forEach((key, values) -> {
            if (values.size() != 1) {
                throw badInput("the parameter \"" + clipped(key) + "\" must be given once");
            }
            takeParameter(parts, key, JsonValueReader.checkText(values.get(0), key));
        });
        return parts.toRequest(true);
    }

    /** Reads a request that another transport carries as a JSON object, as {@link #readObject} gives it. */
    public GraphQLRequest readMembers(Map<String, Object> members) {
        RequestParts parts = new RequestParts();
        members.forEach(parts::take);
        return parts.toRequest(false);
    }

    /**
     * Reads a JSON object by the rules for requests.
     *
     * @param what the text is, for messages
     */
    public Map<String, Object> readObject(byte[] text, String what) {
        return read(text, what, (token, values) -> {
            if (token != JsonToken.START_OBJECT) {
                throw badInput(what + " must be a JSON object");
            }
            return values.object(what, 1);
        });
    }

    /**
     * Reads any JSON value by the rules for requests.
     *
     * @param what the text is, for messages
     */
    public @Nullable Object readValue(byte[] text, String what) {
        return read(text, what, (token, values) -> Optional.ofNullable(values.value(what, 1)))
                .orElse(null);
    }

    private interface Part<T> {
        T read(@Nullable JsonToken first, JsonValueReader values) throws IOException;
    }

    private <T> T read(byte[] text, String what, Part<T> part) {
        StrictUtf8.check(text, 0, text.length);
        try (JsonParser parser = json.createParser(text)) {
            T value = part.read(parser.nextToken(), new JsonValueReader(parser));
            requireEnd(parser);
            return value;
        } catch (JsonProcessingException e) {
            throw malformed(what, e);
        } catch (IOException e) {
            throw new FraiseqlException(CoreErrorCode.INTERNAL, what + " could not be read", e);
        }
    }

    private static void take(RequestParts parts, String key, JsonValueReader values) throws IOException {
        JsonValueReader.checkText(key, "a key of the request");
        parts.take(key, values.value(key, 1));
    }

    private void takeParameter(RequestParts parts, String key, String text) {
        if (!RequestParts.isObject(key)) {
            parts.takeText(key, text);
            return;
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        try (JsonParser parser = json.createParser(bytes)) {
            if (parser.nextToken() == null) {
                throw badInput("\"" + key + "\" must be a JSON object or null");
            }
            take(parts, key, new JsonValueReader(parser));
            requireEnd(parser);
        } catch (JsonProcessingException e) {
            throw malformed("the parameter \"" + key + "\"", e);
        } catch (IOException e) {
            throw new FraiseqlException(CoreErrorCode.INTERNAL, "the request could not be read", e);
        }
    }

    private static void requireObject(@Nullable JsonToken first) {
        if (first == JsonToken.START_ARRAY) {
            throw badInput("batches of requests are not supported; send each request on its own");
        }
        if (first != JsonToken.START_OBJECT) {
            throw badInput("the body of the request must be a JSON object with the key \"query\"");
        }
    }

    private static void requireEnd(JsonParser parser) throws IOException {
        if (parser.nextToken() != null) {
            throw badInput("something follows the JSON of the request; send one value");
        }
    }

    private static FraiseqlException malformed(String what, JsonProcessingException cause) {
        if (cause instanceof StreamConstraintsException) {
            return new FraiseqlException(
                    CoreErrorCode.BAD_USER_INPUT, what + " holds a number, name or string that is too long", cause);
        }
        JsonLocation location = cause.getLocation();
        String place = location == null ? "" : " at byte " + Math.max(0, location.getByteOffset());
        return new FraiseqlException(CoreErrorCode.BAD_USER_INPUT, what + " is not valid JSON" + place, cause);
    }

    static FraiseqlException badInput(String message) {
        return new FraiseqlException(CoreErrorCode.BAD_USER_INPUT, message);
    }

    static String clipped(String text) {
        return text.length() <= MAX_SHOWN ? text : text.substring(0, MAX_SHOWN) + "…";
    }
}
