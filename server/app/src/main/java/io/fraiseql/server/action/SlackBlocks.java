package io.fraiseql.server.action;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** Reads the layout of a message to Slack. */
final class SlackBlocks {

    private static final JsonMapper MAPPER = new JsonMapper();

    private SlackBlocks() {}

    /** @throws IllegalArgumentException unless it is a JSON list */
    static JsonNode of(String text) {
        try {
            JsonNode blocks = MAPPER.readTree(text);
            if (blocks.isArray()) {
                return blocks;
            }
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("the blocks are no JSON: " + e.getOriginalMessage(), e);
        }
        throw new IllegalArgumentException("the blocks must be a JSON list");
    }
}
