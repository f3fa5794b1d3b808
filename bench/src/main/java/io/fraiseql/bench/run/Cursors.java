package io.fraiseql.bench.run;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Cursors of {@code comments}, as a client has them from a page before. */
record Cursors(Program server) {

    private static final String REQUEST =
            "{\"query\":\"{ commentsConnection(where: {id: {in: %s}}, first: 1000) { edges { cursor node { id } } } }\"}";

    /** The cursors of rows by their ids. */
    Map<Integer, String> at(int[] ids) throws IOException, InterruptedException {
        Map<Integer, String> cursors = new HashMap<>();
        if (ids.length > 0) {
            JsonNode edges = new Answers()
                    .of(server, REQUEST.formatted(Arrays.toString(ids)))
                    .at("/data/commentsConnection/edges");
            edges.forEach(edge -> cursors.put(
                    edge.at("/node/id").intValue(), edge.get("cursor").textValue()));
        }
        return cursors;
    }
}
