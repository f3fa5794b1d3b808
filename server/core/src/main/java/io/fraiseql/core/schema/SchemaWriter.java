package io.fraiseql.core.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fraiseql.core.model.ByDialect;
import io.fraiseql.core.model.Discriminator;
import io.fraiseql.core.model.EnumType;
import io.fraiseql.core.model.InterfaceType;
import io.fraiseql.core.model.Model;
import io.fraiseql.core.model.ObjectType;
import io.fraiseql.core.model.RootField;
import io.fraiseql.core.model.Source;
import io.fraiseql.core.model.Subscription;
import io.fraiseql.core.model.UnionType;
import io.fraiseql.spi.Nullable;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Writes a model in the authoring format with every default explicit and its keys in a fixed order. Read and resolved again for the
 * same targets it gives an equal model.
 */
public final class SchemaWriter {

    static final JsonNodeFactory NODES = JsonNodeFactory.withExactBigDecimals(true);

    /** The tree of {@code schema.json}. */
    public ObjectNode write(Model model) {
        FieldWriter fields = new FieldWriter();
        ObjectNode root = NODES.objectNode();
        root.put("version", "2.0.0");
        root.put("naming_convention", convention(model).key());
        ArrayNode types = root.putArray("types");
        model.types().values().forEach(type -> types.add(type(type, model.targets(), fields)));
        ArrayNode enums = root.putArray("enums");
        model.enums().values().forEach(type -> enums.add(enumType(type)));
        ArrayNode interfaces = root.putArray("interfaces");
        model.interfaces().values().forEach(type -> interfaces.add(interfaceType(type, fields)));
        ArrayNode unions = root.putArray("unions");
        model.unions().values().forEach(type -> unions.add(union(type)));
        ArrayNode queries = root.putArray("queries");
        ArrayNode aggregateQueries = NODES.arrayNode();
        for (RootField query : model.queries().values()) {
            if (query.offers().rows()) {
                queries.add(query(query));
            } else {
                aggregateQueries.add(aggregateQuery(query));
            }
        }
        if (!aggregateQueries.isEmpty()) {
            root.set("aggregate_queries", aggregateQueries);
        }
        if (!model.mutations().isEmpty()) {
            root.set("mutations", MutationWriter.write(model.mutations().values()));
        }
        if (!model.subscriptions().isEmpty()) {
            ArrayNode subscriptions = root.putArray("subscriptions");
            model.subscriptions().values().forEach(each -> subscriptions.add(subscription(each)));
        }
        if (!model.observers().isEmpty()) {
            root.set("observers", RuleWriter.write(model.observers()));
        }
        if (!model.schedules().isEmpty()) {
            ArrayNode schedules = root.putArray("schedules");
            model.schedules().forEach(each -> schedules.add(RuleWriter.schedule(each)));
        }
        return root;
    }

    /** The convention under which every name of the model stays as it is. */
    private static NamingConvention convention(Model model) {
        boolean camelCase = model.queries().keySet().stream().allMatch(SchemaWriter::isStable)
                && model.mutations().keySet().stream().allMatch(SchemaWriter::isStable)
                && model.subscriptions().keySet().stream().allMatch(SchemaWriter::isStable)
                && model.types().values().stream()
                        .allMatch(type -> type.fields().keySet().stream().allMatch(SchemaWriter::isStable))
                && model.interfaces().values().stream()
                        .allMatch(type -> type.fields().keySet().stream().allMatch(SchemaWriter::isStable));
        return camelCase ? NamingConvention.CAMEL_CASE : NamingConvention.SNAKE_CASE;
    }

    private static boolean isStable(String name) {
        return Names.camelCase(name).equals(name);
    }

    private static ObjectNode type(ObjectType type, List<String> targets, FieldWriter fields) {
        ObjectNode node = named(type.name(), type.description());
        Source source = type.source();
        if (source.kind() != Source.Kind.EMBEDDED) {
            boolean document = source.kind() == Source.Kind.DOCUMENT;
            node.set("sql_source", byDialect(source.relation(), parts -> text(SourceName.format(parts))));
            node.put("source_kind", document ? "document" : "columns");
            if (document) {
                node.put("jsonb_column", source.jsonColumn());
            }
            node.set("primary_key", byDialect(key(type, targets), SchemaWriter::texts));
            node.put("relay", type.offers().relay());
            node.put("aggregate", type.offers().aggregate());
            MutationWriter.writing(type, node);
        }
        if (!type.interfaces().isEmpty()) {
            node.set("implements", texts(type.interfaces()));
        }
        node.set("fields", fields.write(type.fields().values(), true));
        return node;
    }

    private static ByDialect<List<String>> key(ObjectType type, List<String> targets) {
        boolean same =
                type.key().stream().allMatch(name -> column(type, name).values().containsKey(""));
        if (same) {
            return ByDialect.same(columns(type, targets.get(0)));
        }
        Map<String, List<String>> keys = new TreeMap<>();
        targets.forEach(target -> keys.put(target, columns(type, target)));
        return new ByDialect<>(keys);
    }

    private static List<String> columns(ObjectType type, String target) {
        return type.key().stream().map(name -> column(type, name).get(target)).toList();
    }

    private static ByDialect<String> column(ObjectType type, String field) {
        return Objects.requireNonNull(type.field(field)).column();
    }

    private static ObjectNode enumType(EnumType type) {
        ObjectNode node = named(type.name(), type.description());
        ArrayNode values = node.putArray("values");
        type.values().forEach((name, value) -> {
            ObjectNode one = values.addObject();
            one.put("name", name);
            one.put("value", value.stored());
            put(one, "description", value.description());
            deprecation(one, "deprecated", value.deprecation());
        });
        return node;
    }

    private static ObjectNode interfaceType(InterfaceType type, FieldWriter fields) {
        ObjectNode node = named(type.name(), type.description());
        node.set("fields", fields.write(type.fields().values(), false));
        discriminator(node, type.discriminator());
        return node;
    }

    private static ObjectNode union(UnionType type) {
        ObjectNode node = named(type.name(), type.description());
        node.set("members", texts(type.members()));
        discriminator(node, type.discriminator());
        return node;
    }

    private static void discriminator(ObjectNode owner, @Nullable Discriminator discriminator) {
        if (discriminator != null) {
            ObjectNode node = owner.putObject("discriminator");
            node.set("column", byDialect(discriminator.column(), SchemaWriter::text));
            ObjectNode values = node.putObject("values");
            new TreeMap<>(discriminator.types()).forEach(values::put);
        }
    }

    private static ObjectNode query(RootField query) {
        ObjectNode node = named(query.name(), query.description());
        node.put("return_type", query.type().name());
        node.put("returns_list", query.type().list());
        node.put("nullable", query.type().nullable());
        ByDialect<List<String>> relation = query.relation();
        if (relation != null) {
            node.set("sql_source", byDialect(relation, parts -> text(SourceName.format(parts))));
        }
        ArrayNode arguments = node.putArray("arguments");
        query.arguments().forEach(argument -> arguments.add(argument(argument)));
        node.putObject("auto_params")
                .put("where", query.where())
                .put("order_by", query.orderBy())
                .put("limit", query.limit())
                .put("offset", query.offset());
        node.put("relay", query.offers().relay());
        node.put("aggregate", query.offers().aggregate());
        deprecation(node, "deprecation", query.deprecation());
        if (query.cacheSeconds() > 0) {
            node.put("cache_ttl_seconds", query.cacheSeconds());
        }
        return node;
    }

    private static ObjectNode aggregateQuery(RootField query) {
        ObjectNode node = named(query.name(), query.description());
        node.put("fact_table", query.type().name());
        if (!query.windows().isEmpty()) {
            node.set("windows", WindowWriter.write(query.windows()));
        }
        deprecation(node, "deprecation", query.deprecation());
        return node;
    }

    private static ObjectNode subscription(Subscription subscription) {
        ObjectNode node = named(subscription.name(), subscription.description());
        node.put("entity_type", subscription.entity());
        node.put(
                "operation",
                subscription.event() == null ? "ANY" : subscription.event().name());
        deprecation(node, "deprecation", subscription.deprecation());
        return node;
    }

    static ObjectNode argument(RootField.Argument argument) {
        ObjectNode node = NODES.objectNode();
        node.put("name", argument.name());
        node.put("type", FieldWriter.notation(argument.type()));
        node.put("nullable", argument.type().nullable());
        String defaultValue = argument.defaultValue();
        if (defaultValue != null) {
            node.set("default", JsonText.parse(defaultValue, new Problems()));
        }
        return node;
    }

    static ObjectNode named(String name, @Nullable String description) {
        ObjectNode node = NODES.objectNode();
        node.put("name", name);
        put(node, "description", description);
        return node;
    }

    static void put(ObjectNode node, String key, @Nullable String value) {
        if (value != null) {
            node.put(key, value);
        }
    }

    static void deprecation(ObjectNode node, String key, @Nullable String reason) {
        if (reason != null) {
            node.putObject(key).put("reason", reason);
        }
    }

    static <T> JsonNode byDialect(ByDialect<T> value, Function<T, JsonNode> write) {
        if (value.values().containsKey("")) {
            return write.apply(value.get(""));
        }
        ObjectNode node = NODES.objectNode();
        new TreeMap<>(value.values()).forEach((dialect, one) -> node.set(dialect, write.apply(one)));
        return node;
    }

    static JsonNode text(String text) {
        return NODES.textNode(text);
    }

    static ArrayNode texts(List<String> texts) {
        ArrayNode node = NODES.arrayNode();
        texts.forEach(node::add);
        return node;
    }
}
