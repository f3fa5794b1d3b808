package io.fraiseql.distribution;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** A document for each list of a schema that selects all its values, and those of the rows that are related to one. */
record FlatDocuments(List<String> all) {

    static final String INTROSPECTION =
            "{ __schema { queryType { fields { name args { type { kind } } type { ...T } } } types { name kind fields {"
                    + " name args { name type { kind } } type { ...T } } } } } fragment T on __Type { kind name ofType {"
                    + " kind name ofType { kind name ofType { kind name } } } }";

    /** Several batches of each list; that a list of any length is whole is shown elsewhere. */
    private static final String ROWS = "(limit: 300)";

    /** @param introspected the answer to {@link #INTROSPECTION} */
    static FlatDocuments of(JsonNode introspected) {
        JsonNode schema = introspected.get("__schema");
        Map<String, JsonNode> types = new HashMap<>();
        schema.get("types").forEach(type -> types.put(type.get("name").asText(), type));
        List<String> documents = new ArrayList<>();
        for (JsonNode field : schema.at("/queryType/fields")) {
            JsonNode row = types.get(named(field.get("type")).get("name").asText());
            boolean needsNothing = stream(field.get("args")).noneMatch(argument -> isKind(argument, "NON_NULL"));
            if (isList(field.get("type"))
                    && needsNothing
                    && row.get("kind").asText().equals("OBJECT")
                    && !field.get("name").asText().equals("nodes")
                    && !field.get("name").asText().endsWith("Aggregate")) {
                documents.add("{ " + field.get("name").asText() + ROWS + " " + selection(row, types, 1) + " }");
            }
        }
        return new FlatDocuments(documents);
    }

    private static String selection(JsonNode row, Map<String, JsonNode> types, int levels) {
        String members = stream(row.get("fields"))
                .map(field -> member(field, types, levels))
                .filter(member -> !member.isEmpty())
                .collect(Collectors.joining(" "));
        return "{ __typename " + members + " }";
    }

    private static String member(JsonNode field, Map<String, JsonNode> types, int levels) {
        String name = field.get("name").asText();
        JsonNode type = named(field.get("type"));
        if (isList(field.get("type"))) {
            return "";
        }
        if (!type.get("kind").asText().equals("OBJECT")) {
            return type.get("kind").asText().matches("SCALAR|ENUM") ? name : "";
        }
        String target = type.get("name").asText();
        return levels == 0 || !related(types.get(target)) ? "" : name + " " + selection(types.get(target), types, 0);
    }

    /** Whether it is a row of a table, and no part of a document, an aggregate or a connection. */
    private static boolean related(JsonNode type) {
        String name = type.get("name").asText();
        return !name.endsWith("Connection")
                && !name.endsWith("Aggregate")
                && !name.startsWith("Profile")
                && !name.startsWith("Summary");
    }

    private static boolean isList(JsonNode type) {
        return isKind(type, "LIST") || isKind(type, "NON_NULL") && isKind(type.get("ofType"), "LIST");
    }

    private static boolean isKind(JsonNode type, String kind) {
        JsonNode of = type.has("type") ? type.get("type") : type;
        return of.path("kind").asText().equals(kind);
    }

    private static JsonNode named(JsonNode type) {
        return type.hasNonNull("ofType") ? named(type.get("ofType")) : type;
    }

    private static java.util.stream.Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
