package io.fraiseql.core.compile;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fraiseql.core.compile.TargetStatements.Operation;
import io.fraiseql.core.json.Sha256;
import io.fraiseql.core.model.Model;
import io.fraiseql.core.schema.JsonOutput;
import io.fraiseql.core.schema.SchemaWriter;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Writes {@code schema.compiled.json}: the same input gives the same bytes. Called by {@code compile}; thread-safe. */
public final class CompiledSchemaWriter {

    private final SchemaWriter schemas = new SchemaWriter();

    /**
     * The text of the file.
     *
     * @param compiler the version of this software
     * @param statements by dialect; exactly one for each target of the model
     */
    public String write(String compiler, Model model, Map<String, TargetStatements> statements) {
        if (!statements.keySet().equals(Set.copyOf(model.targets()))) {
            throw new IllegalArgumentException(
                    "statements for " + statements.keySet() + " instead of " + model.targets());
        }
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("format", CompiledSchema.FORMAT);
        root.put("format_version", CompiledSchema.FORMAT_VERSION);
        root.put("hash", "");
        root.put("compiler", compiler);
        ArrayNode targets = root.putArray("targets");
        model.targets().forEach(targets::add);
        root.set("schema", schemas.write(model));
        ObjectNode byTarget = root.putObject("statements");
        for (String target : model.targets()) {
            byTarget.set(target, statements(Objects.requireNonNull(statements.get(target))));
        }
        root.put("hash", hash(root));
        return JsonOutput.pretty(root);
    }

    /** The hash of a file: over its canonical text with an empty {@code hash}. */
    static String hash(ObjectNode root) {
        ObjectNode unhashed = JsonNodeFactory.instance.objectNode();
        unhashed.setAll(root);
        return Sha256.of(JsonOutput.compact(unhashed.put("hash", "")));
    }

    private static ObjectNode statements(TargetStatements statements) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        ObjectNode roots = node.putObject("roots");
        statements.roots().forEach(roots::put);
        ObjectNode operations = node.putObject("operations");
        statements.operations().forEach((hash, operation) -> operations.set(hash, operation(operation)));
        return node;
    }

    private static ObjectNode operation(Operation operation) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        if (operation.name() != null) {
            node.put("name", operation.name());
        }
        node.put("document", operation.document());
        ArrayNode fields = node.putArray("fields");
        operation
                .fields()
                .forEach(field -> fields.addObject().put("key", field.key()).put("sql", field.sql()));
        return node;
    }
}
