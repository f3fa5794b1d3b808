package io.fraiseql.core.schema;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fraiseql.spi.Nullable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.regex.Pattern;

/** Parses JSON text strictly: a key that stands twice in an object is a problem, and so is anything after the document. */
public final class JsonText {

    private static final JsonFactory FACTORY = new JsonFactory();
    private static final JsonNodeFactory NODES = JsonNodeFactory.withExactBigDecimals(true);

    /** Jackson's way to say where in a text that it does not show. */
    private static final Pattern SOURCE = Pattern.compile("\\[Source: [^;]*; (line: \\d+, column: \\d+)]");

    /** Jackson's way to say where in its own code a limit stands. */
    private static final Pattern LIMIT = Pattern.compile(", from `[^`]*`");

    private final JsonParser parser;
    private final Problems problems;

    private JsonText(JsonParser parser, Problems problems) {
        this.parser = parser;
        this.problems = problems;
    }

    /** The document; null when the text is no JSON, which is then among the problems with line and column. */
    public static @Nullable JsonNode parse(String text, Problems problems) {
        try (JsonParser parser = FACTORY.createParser(text)) {
            if (parser.nextToken() == null) {
                problems.add("", "the file is empty", "write a JSON object");
                return null;
            }
            JsonNode root = new JsonText(parser, problems).value(null);
            if (parser.nextToken() != null) {
                problems.add(
                        "",
                        "there is more after the end of the JSON document, " + place(parser.currentTokenLocation()));
            }
            return root;
        } catch (StreamConstraintsException e) {
            // it does not say where
            problems.add(
                    "",
                    "not JSON that is read: "
                            + LIMIT.matcher(e.getOriginalMessage()).replaceAll(""));
            return null;
        } catch (JsonProcessingException e) {
            problems.add(
                    "",
                    "not JSON: " + SOURCE.matcher(e.getOriginalMessage()).replaceAll("$1") + ", "
                            + place(e.getLocation()));
            return null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String place(JsonLocation location) {
        return "line " + location.getLineNr() + " column " + location.getColumnNr();
    }

    private JsonNode value(@Nullable Place at) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(at);
            case START_ARRAY -> array(at);
            case VALUE_STRING -> NODES.textNode(parser.getText());
            case VALUE_NUMBER_INT -> NODES.numberNode(parser.getBigIntegerValue());
            case VALUE_NUMBER_FLOAT -> NODES.numberNode(parser.getDecimalValue());
            case VALUE_TRUE -> NODES.booleanNode(true);
            case VALUE_FALSE -> NODES.booleanNode(false);
            default -> NODES.nullNode();
        };
    }

    private ObjectNode object(@Nullable Place at) throws IOException {
        ObjectNode object = NODES.objectNode();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            Place place = new Place(at, key);
            if (object.has(key)) {
                problems.add(
                        place.pointer(),
                        "`" + key + "` stands twice in the same object, again in "
                                + place(parser.currentTokenLocation()),
                        "keep one of them");
            }
            parser.nextToken();
            object.set(key, value(place));
        }
        return object;
    }

    private ArrayNode array(@Nullable Place at) throws IOException {
        ArrayNode array = NODES.arrayNode();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            array.add(value(new Place(at, String.valueOf(array.size()))));
        }
        return array;
    }

    /** Where a value stands; its pointer is only made for problems. */
    private record Place(@Nullable Place parent, String key) {
        String pointer() {
            return Pointer.to(parent == null ? "" : parent.pointer(), key);
        }
    }
}
