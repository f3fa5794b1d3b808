package io.fraiseql.core.surface;

import graphql.schema.GraphQLNonNull;
import io.fraiseql.core.error.CoreErrorCode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Coerces the variables of a request. Thread-safe. */
final class VariableCoercion {

    private final InputCoercion coercion;

    VariableCoercion(InputCoercion coercion) {
        this.coercion = coercion;
    }

    Map<String, Object> coerce(List<DeclaredVariable> declared, Map<String, Object> raw) {
        Problems problems = new Problems(CoreErrorCode.BAD_USER_INPUT);
        Map<String, Object> values = new LinkedHashMap<>();
        int given = 0;
        for (DeclaredVariable variable : declared) {
            if (raw.containsKey(variable.name())) {
                given++;
                RawInput input = new RawInput(raw.get(variable.name()), variable.location());
                values.put(variable.name(), coercion.coerce(input, variable.type(), variable.path(), problems));
            } else {
                absent(variable, values, problems);
            }
        }
        if (given < raw.size()) {
            refuseUndeclared(declared, raw, problems);
        }
        problems.throwIfAny();
        return values;
    }

    private void absent(DeclaredVariable variable, Map<String, Object> values, Problems problems) {
        if (variable.defaultValue() != null) {
            LiteralInput input = new LiteralInput(variable.defaultValue());
            values.put(variable.name(), coercion.coerce(input, variable.type(), variable.path(), problems));
        } else if (variable.type() instanceof GraphQLNonNull) {
            problems.add(variable.location(), variable.path() + ": a value is required");
        }
    }

    private static void refuseUndeclared(List<DeclaredVariable> declared, Map<String, Object> raw, Problems problems) {
        List<String> names = declared.stream().map(DeclaredVariable::name).toList();
        for (String name : raw.keySet()) {
            if (!names.contains(name)) {
                problems.add(
                        null,
                        "$" + (name.length() <= 80 ? name : name.substring(0, 80) + "…")
                                + ": the operation declares no such variable." + DidYouMean.suggest(name, names));
            }
        }
    }
}
