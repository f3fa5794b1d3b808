package io.fraiseql.core.schema;

import io.fraiseql.core.model.Model;
import io.fraiseql.core.model.ScalarType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads and resolves {@code schema.json} in one step. Thread-safe. */
public final class SchemaLoader {

    private final SchemaReader reader = new SchemaReader();
    private final SchemaResolver resolver;

    /**
     * @param scalars the scalars there are, by name
     */
    public SchemaLoader(Map<String, ScalarType> scalars) {
        this.resolver = new SchemaResolver(scalars);
    }

    /**
     * Loads a schema.
     *
     * @param json the text of the file
     * @param targets the dialects it is for
     * @return the model, or no value and every problem of form and of meaning
     */
    public Checked<Model> load(String json, List<String> targets) {
        Checked<SchemaDefinition> definition = reader.read(json);
        SchemaDefinition value = definition.value();
        if (value == null) {
            return new Checked<>(null, definition.problems());
        }
        Checked<Model> resolved = resolver.resolve(value, targets);
        List<Problem> problems = new ArrayList<>(definition.problems());
        problems.addAll(resolved.problems());
        return new Checked<>(problems.isEmpty() ? resolved.value() : null, problems);
    }
}
