package io.fraiseql.core.surface;

import graphql.language.OperationDefinition;
import graphql.language.VariableDefinition;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import io.fraiseql.core.error.CoreErrorCode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Coerces the variables of a request. Thread-safe. */
final class VariableCoercion {

    private final GraphQLSchema schema;
    private final InputCoercion coercion;

    VariableCoercion(GraphQLSchema schema, InputCoercion coercion) {
        this.schema = schema;
        this.coercion = coercion;
    }

    Map<String, Object> coerce(OperationDefinition operation, Map<String, Object> raw) {
        Problems problems = new Problems(CoreErrorCode.BAD_USER_INPUT);
        Map<String, Object> values = new LinkedHashMap<>();
        for (VariableDefinition definition : operation.getVariableDefinitions()) {
            coerce(definition, raw, values, problems);
        }
        refuseUndeclared(operation, raw, problems);
        problems.throwIfAny();
        return values;
    }

    private void coerce(
            VariableDefinition definition, Map<String, Object> raw, Map<String, Object> values, Problems problems) {
        String name = definition.getName();
        InputPath path = InputPath.root("$" + name);
        GraphQLType type = VariableTypes.resolve(schema, definition.getType());
        if (type == null) {
            throw new IllegalStateException("the document is not validated");
        }
        if (raw.containsKey(name)) {
            RawInput input = new RawInput(raw.get(name), definition.getSourceLocation());
            values.put(name, coercion.coerce(input, type, path, problems));
        } else if (definition.getDefaultValue() != null) {
            values.put(name, coercion.coerce(new LiteralInput(definition.getDefaultValue()), type, path, problems));
        } else if (type instanceof GraphQLNonNull) {
            problems.add(definition.getSourceLocation(), path + ": a value is required");
        }
    }

    private static void refuseUndeclared(OperationDefinition operation, Map<String, Object> raw, Problems problems) {
        List<String> declared = operation.getVariableDefinitions().stream()
                .map(VariableDefinition::getName)
                .toList();
        for (String name : raw.keySet()) {
            if (!declared.contains(name)) {
                problems.add(
                        null,
                        "$" + (name.length() <= 80 ? name : name.substring(0, 80) + "…")
                                + ": the operation declares no such variable." + DidYouMean.suggest(name, declared));
            }
        }
    }
}
