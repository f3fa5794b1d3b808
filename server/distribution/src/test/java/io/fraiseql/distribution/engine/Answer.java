package io.fraiseql.distribution.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.fraiseql.core.request.Outcome;

/** What an engine answered. */
public record Answer(Outcome outcome, String json) {

    private static final JsonMapper STRICT = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    /** The answer as a tree; a key that comes twice is an error. */
    public JsonNode tree() {
        try {
            return STRICT.readTree(json);
        } catch (JsonProcessingException e) {
            throw new AssertionError("the answer is no JSON: " + json, e);
        }
    }

    /** The code of the first error; empty when there is none. */
    public String errorCode() {
        return tree().at("/errors/0/extensions/code").asText();
    }

    /** The data of an answer that must have no error. */
    public JsonNode data() {
        if (tree().has("errors")) {
            throw new AssertionError("errors: " + json);
        }
        return tree().get("data");
    }
}
