package io.fraiseql.core.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads {@code schema.json} into definitions and says everything that is wrong with its form. Called by {@code compile}, the
 * introspecting merge and the reader of compiled files; stateless.
 */
public final class SchemaReader {

    private static final String VERSION = "2.0.0";
    private static final List<String> NOT_SERVED = List.of("input_types", "scalars", "security");

    /**
     * Reads a schema.
     *
     * @return the definition of what could be read, also when there are problems; no value when the text is no JSON object
     */
    public Checked<SchemaDefinition> read(String json) {
        Problems problems = new Problems();
        JsonNode root = JsonText.parse(json, problems);
        if (root == null) {
            return new Checked<>(null, problems.list());
        }
        return read(root, problems);
    }

    /** Reads a schema that is a tree already. */
    public Checked<SchemaDefinition> read(JsonNode root) {
        return read(root, new Problems());
    }

    private static Checked<SchemaDefinition> read(JsonNode root, Problems problems) {
        if (!(root instanceof ObjectNode object)) {
            problems.add(
                    "",
                    "the schema must be a JSON object",
                    "write {\"version\": \"2.0.0\", \"types\": […], \"queries\": […]}");
            return new Checked<>(null, problems.list());
        }
        return new Checked<>(schema(new JsonObject(object, "", problems), problems), problems.list());
    }

    private static SchemaDefinition schema(JsonObject root, Problems problems) {
        String version = root.text("version");
        if (version != null && !version.equals(VERSION)) {
            problems.add("/version", "`version` is `" + version + "`", "this version reads `" + VERSION + "`");
        }
        TypeReader types = new TypeReader(problems);
        AbstractTypeReader abstractTypes = new AbstractTypeReader(types, problems);
        List<TypeDefinition> allTypes = new ArrayList<>(root.objects("types", types::type));
        allTypes.addAll(root.objects("fact_tables", new FactTableReader(problems)::type));
        SchemaDefinition schema = new SchemaDefinition(
                naming(root, problems),
                List.copyOf(allTypes),
                root.objects("enums", new EnumReader(problems)::read),
                root.objects("interfaces", abstractTypes::interfaceType),
                root.objects("unions", abstractTypes::union),
                root.objects("queries", QueryReader::query),
                root.objects("aggregate_queries", AggregateQueryReader::query),
                root.objects("mutations", MutationReader::mutation),
                root.objects("subscriptions", SubscriptionReader::subscription),
                root.objects("observers", new RuleReader(problems)::rule),
                root.objects("schedules", new ScheduleReader(problems)::schedule));
        NOT_SERVED.forEach(root::refuse);
        root.finish("the schema");
        return schema;
    }

    private static NamingConvention naming(JsonObject root, Problems problems) {
        String key = root.text("naming_convention");
        for (NamingConvention convention : NamingConvention.values()) {
            if (key == null || convention.key().equals(key)) {
                return convention;
            }
        }
        problems.add(
                "/naming_convention",
                "`" + key + "` is not a naming convention",
                "write `camelCase` (the default) or `snake_case`");
        return NamingConvention.CAMEL_CASE;
    }
}
