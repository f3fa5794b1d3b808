package io.fraiseql.core.compile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fraiseql.core.error.CoreErrorCode;
import io.fraiseql.core.json.Sha256;
import io.fraiseql.core.model.Model;
import io.fraiseql.core.model.ScalarType;
import io.fraiseql.core.schema.Checked;
import io.fraiseql.core.schema.JsonObject;
import io.fraiseql.core.schema.JsonText;
import io.fraiseql.core.schema.Problem;
import io.fraiseql.core.schema.Problems;
import io.fraiseql.core.schema.SchemaDefinition;
import io.fraiseql.core.schema.SchemaReader;
import io.fraiseql.core.schema.SchemaResolver;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.error.FraiseqlException;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads {@code schema.compiled.json} and trusts nothing in it. Called when the server starts; thread-safe. */
public final class CompiledSchemaReader {

    private final SchemaResolver resolver;

    /**
     * @param scalars the scalars there are, by name
     */
    public CompiledSchemaReader(Map<String, ScalarType> scalars) {
        this.resolver = new SchemaResolver(scalars);
    }

    /**
     * Reads a file.
     *
     * @throws FraiseqlException with {@link CoreErrorCode#INVALID_SCHEMA} when it is no compiled schema of this format version,
     *     was changed after it was compiled, or has anything this version does not know; the message says what to do
     */
    public CompiledSchema read(String text) {
        Problems problems = new Problems();
        JsonNode tree = JsonText.parse(text, problems);
        if (!(tree instanceof ObjectNode root) || !problems.isEmpty()) {
            throw refusal("it is not one JSON object", problems.list());
        }
        checkFormat(root);
        JsonObject file = new JsonObject(root, "", problems);
        file.text("format");
        file.count("format_version");
        String hash = file.requiredText("hash");
        String compiler = file.requiredText("compiler");
        List<String> targets = file.texts("targets");
        JsonNode schema = file.value("schema");
        Map<String, TargetStatements> statements = new StatementReader(problems).read(file.object("statements"));
        file.finish("a compiled schema of format version " + CompiledSchema.FORMAT_VERSION);
        if (hash == null || compiler == null || schema == null || targets.isEmpty() || !problems.isEmpty()) {
            throw refusal("its form is wrong", problems.list());
        }
        if (!statements.keySet().equals(Set.copyOf(targets))) {
            throw refusal("its statements are for " + statements.keySet() + ", its targets " + targets, List.of());
        }
        return new CompiledSchema(hash, compiler, model(schema, targets), statements);
    }

    private static void checkFormat(ObjectNode root) {
        if (!CompiledSchema.FORMAT.equals(root.path("format").textValue())) {
            throw refusal("it has no `\"format\": \"" + CompiledSchema.FORMAT + "\"`", List.of());
        }
        JsonNode version = root.path("format_version");
        if (!version.isInt() && !version.isBigInteger() || version.asInt() != CompiledSchema.FORMAT_VERSION) {
            throw refusal(
                    "its format version is " + version + ", and this version reads " + CompiledSchema.FORMAT_VERSION,
                    List.of());
        }
        if (!CompiledSchemaWriter.hash(root).equals(root.path("hash").textValue())) {
            throw refusal("its hash does not fit, so it was changed after it was compiled", List.of());
        }
    }

    private Model model(JsonNode schema, List<String> targets) {
        Checked<SchemaDefinition> definition = new SchemaReader().read(schema);
        SchemaDefinition value = definition.value();
        if (value == null || !definition.problems().isEmpty()) {
            throw refusal("its schema is not one of this version", definition.problems());
        }
        Checked<Model> resolved = resolver.resolve(value, targets);
        Model model = resolved.value();
        if (model == null) {
            throw refusal("its schema is not one of this version", resolved.problems());
        }
        return model;
    }

    private static FraiseqlException refusal(String why, List<Problem> problems) {
        StringBuilder message = new StringBuilder("the compiled schema cannot be used: ");
        message.append(why);
        problems.forEach(problem -> message.append("; ").append(problem));
        message.append(". Run `compile` again with this version and deploy its output unchanged");
        return new FraiseqlException(CoreErrorCode.INVALID_SCHEMA, message.toString());
    }

    /** Reads the statements. */
    private record StatementReader(Problems problems) {

        Map<String, TargetStatements> read(@Nullable JsonObject byTarget) {
            return byTarget == null ? Map.of() : byTarget.entries(this::target);
        }

        private TargetStatements target(JsonObject object) {
            JsonObject roots = object.object("roots");
            JsonObject operations = object.object("operations");
            object.finish("a target's statements");
            return new TargetStatements(
                    roots == null ? Map.of() : roots.textEntries(),
                    operations == null ? Map.of() : operations.entries(this::operation));
        }

        private TargetStatements.Operation operation(JsonObject object) {
            String name = object.text("name");
            String document = object.requiredText("document");
            List<TargetStatements.Field> fields = object.objects("fields", StatementReader::field);
            object.finish("an operation");
            if (document != null && !object.at().endsWith("/" + Sha256.of(document))) {
                problems.add(object.at(), "the key is not the hash of the document");
            }
            return new TargetStatements.Operation(name, document == null ? "" : document, fields);
        }

        private static TargetStatements.@Nullable Field field(JsonObject object) {
            String key = object.requiredText("key");
            String sql = object.requiredText("sql");
            object.finish("a field's statement");
            return key == null || sql == null ? null : new TargetStatements.Field(key, sql);
        }
    }
}
