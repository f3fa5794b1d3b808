package io.fraiseql.core.schema;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fraiseql.core.model.Mutation;
import io.fraiseql.core.model.ObjectType;
import io.fraiseql.core.model.Writing;
import java.util.Collection;
import java.util.Objects;

/** Writes what a model says of writing. */
final class MutationWriter {

    private MutationWriter() {}

    static ArrayNode write(Collection<Mutation> mutations) {
        ArrayNode node = SchemaWriter.NODES.arrayNode();
        mutations.forEach(mutation -> node.add(mutation(mutation)));
        return node;
    }

    private static ObjectNode mutation(Mutation mutation) {
        ObjectNode node = SchemaWriter.named(mutation.name(), mutation.description());
        node.put("return_type", mutation.type());
        boolean function = mutation.operation() == Mutation.Operation.CUSTOM;
        var source = SchemaWriter.byDialect(mutation.source(), parts -> SchemaWriter.text(SourceName.format(parts)));
        node.set(function ? "sql_source" : "table", source);
        if (function) {
            ArrayNode arguments = node.putArray("arguments");
            mutation.arguments().forEach(argument -> arguments.add(SchemaWriter.argument(argument)));
        } else {
            node.put("returns_list", mutation.many());
        }
        node.put("operation", mutation.operation().name());
        node.put("entity", mutation.entity());
        SchemaWriter.deprecation(node, "deprecation", mutation.deprecation());
        return node;
    }

    static void writing(ObjectType type, ObjectNode node) {
        String version = type.writing().version();
        if (version != null) {
            var column = Objects.requireNonNull(type.field(version)).column();
            node.set("version_column", SchemaWriter.byDialect(column, SchemaWriter::text));
        }
        if (type.writing().capture() == Writing.Capture.TRIGGER) {
            node.put("capture", WritingResolver.TRIGGER);
        }
    }
}
