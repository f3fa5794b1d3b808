package io.fraiseql.core.rule;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.fraiseql.core.rule.TextTemplate.Part;
import io.fraiseql.core.rule.TextTemplate.Place;
import io.fraiseql.core.rule.TextTemplate.Plain;
import java.util.BitSet;
import java.util.List;

/** Looks at templates whose text is JSON. */
final class JsonShape {

    private static final ObjectReader JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build()
            .reader();

    private JsonShape() {}

    /** Which parts begin inside of a text in quotes. */
    static BitSet quoted(List<Part> parts) {
        BitSet quoted = new BitSet(parts.size());
        boolean inside = false;
        for (int i = 0; i < parts.size(); i++) {
            quoted.set(i, inside);
            if (parts.get(i) instanceof Plain plain) {
                inside = endsInside(plain.text(), inside);
            }
        }
        return quoted;
    }

    private static boolean endsInside(String text, boolean begins) {
        boolean inside = begins;
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (character == '"') {
                inside = !inside;
            } else if (character == '\\' && inside) {
                i++;
            }
        }
        return inside;
    }

    static boolean isJson(String text) {
        try {
            return !JSON.readTree(text).isMissingNode();
        } catch (JsonProcessingException e) {
            return false;
        }
    }

    /** @throws IllegalArgumentException when the text is JSON for no event, or not for every value of a place */
    static void require(List<Part> parts, BitSet quoted) {
        StringBuilder sample = new StringBuilder();
        for (int i = 0; i < parts.size(); i++) {
            if (parts.get(i) instanceof Place place) {
                sample.append(quoted.get(i) ? inside(place) : outside(place));
            } else {
                sample.append(((Plain) parts.get(i)).text());
            }
        }
        try {
            if (!JSON.readTree(sample.toString()).isMissingNode()) {
                return;
            }
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("the text is no JSON: " + e.getOriginalMessage(), e);
        }
        throw new IllegalArgumentException("the text is no JSON: it is empty");
    }

    private static String inside(Place place) {
        if (place.json()) {
            throw new IllegalArgumentException("at character " + place.at() + ": `" + place.path()
                    + " | json` stands in quotes, where it is no JSON; leave out the quotes or `json`");
        }
        return "";
    }

    private static String outside(Place place) {
        ValueKind kind = place.shownKind();
        if (place.json()) {
            return "\"\"";
        }
        return switch (kind) {
            case NUMBER, BOOLEAN, JSON -> "0";
            case TEXT, TIME, LOCAL_TIME, TIME_OF_DAY, DURATION, DATE, UUID ->
                throw new IllegalArgumentException("at character " + place.at() + ": `" + place.path()
                        + "` is a text and stands outside of quotes; write {{ " + place.path() + " | json }}");
        };
    }
}
