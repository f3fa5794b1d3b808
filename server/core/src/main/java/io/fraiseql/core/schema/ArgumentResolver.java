package io.fraiseql.core.schema;

import com.fasterxml.jackson.databind.JsonNode;
import io.fraiseql.core.model.Field;
import io.fraiseql.core.model.RootField.Argument;
import io.fraiseql.core.model.ScalarType;
import io.fraiseql.core.model.TypeRef;
import io.fraiseql.core.schema.QueryDefinition.ArgumentDefinition;
import io.fraiseql.spi.Nullable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Resolves the arguments of queries: each filters by equality on the field of its name. */
final class ArgumentResolver {

    private final Scope scope;
    private final Problems problems;
    private final NameCheck names;

    ArgumentResolver(Scope scope, NameCheck names) {
        this.scope = scope;
        this.problems = scope.problems();
        this.names = names;
    }

    List<Argument> resolve(QueryDefinition query, Map<String, Field> fields, List<String> taken) {
        List<Argument> arguments = new ArrayList<>();
        List<String> used = new ArrayList<>(taken);
        for (ArgumentDefinition definition : query.arguments()) {
            String name = scope.naming().apply(definition.name());
            if (!names.legal(definition.at(), "an argument", name)) {
                continue;
            }
            if (used.contains(name)) {
                problems.add(
                        Pointer.to(definition.at(), "name"),
                        "`" + query.name() + "` already has an argument `" + name + "`",
                        taken.contains(name)
                                ? "rename it, or switch the one of `auto_params` off"
                                : "remove one of them");
            }
            used.add(name);
            TypeRef type = type(definition, name, query.returnType(), fields);
            if (type != null) {
                arguments.add(new Argument(name, type, defaultValue(definition, type)));
            }
        }
        return List.copyOf(arguments);
    }

    private @Nullable TypeRef type(
            ArgumentDefinition argument, String name, String returnType, Map<String, Field> fields) {
        String pointer = Pointer.to(argument.at(), "type");
        TypeRef type = scope.typeRef(pointer, argument.type(), argument.nullable());
        Field field = fields.get(name);
        if (field == null) {
            String message = "`" + returnType + "` has no field `" + name + "` to compare the argument with";
            problems.addUnknown(Pointer.to(argument.at(), "name"), message, name, fields.keySet());
            return null;
        }
        if (!field.type().leaf() || field.type().list()) {
            problems.add(
                    Pointer.to(argument.at(), "name"),
                    "an argument compares with a scalar or an enum, and `" + returnType + "." + name + "` is neither");
            return null;
        }
        if (type != null && (type.list() || !type.name().equals(field.type().name()))) {
            problems.add(
                    pointer,
                    "the argument is `" + argument.type() + "` and `" + returnType + "." + name + "` is `"
                            + field.type().name() + "`",
                    "write `" + field.type().name() + "`");
        }
        return type;
    }

    private @Nullable String defaultValue(ArgumentDefinition argument, TypeRef type) {
        JsonNode value = argument.defaultValue();
        if (value == null) {
            return null;
        }
        String expected = type.kind() == TypeRef.Kind.ENUM ? enumValue(value, type.name()) : scalar(value, type.name());
        if (expected != null) {
            problems.add(
                    Pointer.to(argument.at(), "default"),
                    "`" + value + "` is no default for a `" + type.name() + "`",
                    "write " + expected);
        }
        return value.toString();
    }

    /** What is expected; null when the value is that. */
    private @Nullable String enumValue(JsonNode value, String name) {
        EnumDefinition definition = scope.enums().get(name);
        List<String> known = definition == null
                ? List.of()
                : definition.values().stream().map(EnumDefinition.Value::name).toList();
        return value.isTextual() && known.contains(value.textValue()) ? null : "one of " + String.join(", ", known);
    }

    private @Nullable String scalar(JsonNode value, String name) {
        ScalarType scalar = scope.scalars().get(name);
        if (scalar == null) {
            return null;
        }
        return switch (scalar.type()) {
            case INT -> value.isIntegralNumber() && value.canConvertToInt() ? null : "a whole number of 32 bits";
            case FLOAT, FLOAT32 -> value.isNumber() ? null : "a number";
            case BOOLEAN -> value.isBoolean() ? null : "true or false";
            case BIGINT, DECIMAL -> value.isTextual() || value.isNumber() ? null : "a number or a string";
            case JSON -> null;
            default -> value.isTextual() || name.equals("ID") && value.isIntegralNumber() ? null : "a string";
        };
    }
}
