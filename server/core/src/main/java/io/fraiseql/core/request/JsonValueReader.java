package io.fraiseql.core.request;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.fraiseql.core.error.CoreErrorCode;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.error.FraiseqlException;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads JSON values into the classes that {@link GraphQLRequest#variables} names. Used for one document. */
final class JsonValueReader {

    private static final int MAX_DEPTH = 64;

    private final JsonParser parser;

    JsonValueReader(JsonParser parser) {
        this.parser = parser;
    }

    /** The value whose first token the parser stands on; afterwards it stands on the last. */
    @Nullable
    Object value(String path, int depth) throws IOException {
        JsonToken token = parser.currentToken();
        if (token == null) {
            throw RequestReader.badInput("the JSON of the request ends early");
        }
        return switch (token) {
            case VALUE_STRING -> string(path);
            case VALUE_NUMBER_INT -> integer();
            case VALUE_NUMBER_FLOAT -> decimal(path);
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> null;
            case START_OBJECT -> object(path, depth);
            case START_ARRAY -> list(path, depth);
            default -> throw RequestReader.badInput("the body of the request is not valid JSON in " + path);
        };
    }

    /** The object whose opening brace the parser stands on. */
    Map<String, Object> object(String path, int depth) throws IOException {
        checkDepth(depth);
        Map<String, Object> result = new LinkedHashMap<>();
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            String member = path + "." + checkText(name, path);
            parser.nextToken();
            if (result.containsKey(name)) {
                throw RequestReader.badInput(RequestReader.clipped(member) + " is given twice; send it once");
            }
            result.put(name, value(member, depth + 1));
        }
        return result;
    }

    private List<Object> list(String path, int depth) throws IOException {
        checkDepth(depth);
        List<Object> result = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            result.add(value(path, depth + 1));
        }
        return result;
    }

    String string(String path) throws IOException {
        return checkText(parser.getText(), path);
    }

    private Object integer() throws IOException {
        if (parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER) {
            return parser.getBigIntegerValue();
        }
        return parser.getLongValue();
    }

    private BigDecimal decimal(String path) throws IOException {
        try {
            return parser.getDecimalValue();
        } catch (NumberFormatException e) {
            throw RequestReader.badInput(RequestReader.clipped(path) + " holds a number whose exponent is too large");
        }
    }

    /** Escapes can still make what the check of the bytes has refused. */
    static String checkText(String text, String path) {
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            if (unit == 0) {
                throw RequestReader.badInput(RequestReader.clipped(path) + " holds the character U+0000; leave it out");
            }
            if (Character.isSurrogate(unit)) {
                boolean pair = i + 1 < text.length() && Character.isSurrogatePair(unit, text.charAt(i + 1));
                if (!pair) {
                    throw RequestReader.badInput(
                            RequestReader.clipped(path) + " holds half of a surrogate pair, which is no character");
                }
                i++;
            }
        }
        return text;
    }

    private static void checkDepth(int depth) {
        if (depth > MAX_DEPTH) {
            throw new FraiseqlException(
                    CoreErrorCode.BAD_USER_INPUT, "the JSON of the request is nested more than " + MAX_DEPTH + " deep");
        }
    }
}
