package io.fraiseql.core.execute;

import java.util.Map;

/**
 * A document that was compiled with the schema: its id is the sha256 of its text.
 *
 * @param name for messages: the operation's name, or the id of an anonymous one
 * @param samples typed variables of the shape whose plan is made ready
 */
public record TrustedDocument(String name, String id, String text, Map<String, Object> samples) {

    public TrustedDocument {
        samples = Map.copyOf(samples);
    }
}
