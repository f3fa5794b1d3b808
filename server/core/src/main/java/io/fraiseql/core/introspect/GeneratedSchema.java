package io.fraiseql.core.introspect;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fraiseql.core.schema.JsonOutput;
import java.util.List;

/**
 * An authored schema made from a database.
 *
 * @param schema the tree of {@code schema.json}
 * @param notes what an author should know: what was left out, which names had to give way
 */
public record GeneratedSchema(ObjectNode schema, List<String> notes) {

    public GeneratedSchema {
        notes = List.copyOf(notes);
    }

    /** The text of {@code schema.json}; the same for the same database. */
    public String json() {
        return JsonOutput.pretty(schema);
    }
}
