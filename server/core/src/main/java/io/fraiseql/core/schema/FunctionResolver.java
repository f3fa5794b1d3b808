package io.fraiseql.core.schema;

import io.fraiseql.core.model.ByDialect;
import io.fraiseql.core.model.Mutation;
import io.fraiseql.core.model.ObjectType;
import io.fraiseql.core.model.RootField;
import io.fraiseql.core.model.Source;
import io.fraiseql.core.model.TypeRef;
import io.fraiseql.core.schema.QueryDefinition.ArgumentDefinition;
import io.fraiseql.spi.Nullable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Resolves mutations that call a function. */
final class FunctionResolver {

    private final Scope scope;
    private final Problems problems;
    private final NameCheck names;
    private final Map<String, ObjectType> types;

    FunctionResolver(Scope scope, NameCheck names, Map<String, ObjectType> types) {
        this.scope = scope;
        this.problems = scope.problems();
        this.names = names;
        this.types = types;
    }

    /** @param name null when it is not legal, which is reported already */
    @Nullable
    Mutation resolve(MutationDefinition definition, @Nullable String name) {
        refuse(definition, "table", definition.table() != null, "name a table or a function, not both");
        refuse(definition, "returns_list", definition.returnsList(), "a function returns one row");
        String operation = definition.operation();
        boolean custom = operation == null || operation.equals(Mutation.Operation.CUSTOM.name());
        refuse(definition, "operation", !custom, "a mutation that calls a function is `CUSTOM`");
        ObjectType type = type(definition);
        List<RootField.Argument> arguments = arguments(definition);
        ByDialect<String> function = Objects.requireNonNull(definition.function());
        ByDialect<List<String>> source =
                scope.targets().sourceNames(Pointer.to(definition.at(), "sql_source"), "sql_source", function);
        if (name == null || type == null) {
            return null;
        }
        return new Mutation(
                name,
                definition.description(),
                Mutation.Operation.CUSTOM,
                false,
                type.name(),
                source,
                arguments,
                definition.entity() == null ? type.name() : definition.entity(),
                definition.deprecation());
    }

    private void refuse(MutationDefinition definition, String key, boolean wrong, String message) {
        if (wrong) {
            problems.add(Pointer.to(definition.at(), key), message, "remove `" + key + "`");
        }
    }

    private @Nullable ObjectType type(MutationDefinition definition) {
        String pointer = Pointer.to(definition.at(), "return_type");
        ObjectType type = types.get(definition.returnType());
        if (type == null) {
            problems.addUnknown(
                    pointer,
                    "there is no object type `" + definition.returnType() + "`",
                    definition.returnType(),
                    types.keySet());
            return null;
        }
        if (type.source().kind() != Source.Kind.EMBEDDED && type.key().size() != 1) {
            problems.add(
                    pointer,
                    "`" + type.name()
                            + "` is found again by the `entity_id` of the function, so its key must be one field",
                    "return another type, or one without source, which is read from the function's `entity`");
        }
        return type;
    }

    private List<RootField.Argument> arguments(MutationDefinition definition) {
        List<RootField.Argument> arguments = new ArrayList<>();
        List<String> taken = new ArrayList<>();
        for (ArgumentDefinition argument : definition.arguments()) {
            String name = scope.naming().apply(argument.name());
            boolean legal = names.legal(argument.at(), "an argument", name);
            if (taken.contains(name)) {
                problems.add(
                        Pointer.to(argument.at(), "name"),
                        "`" + definition.name() + "` already has an argument `" + name + "`",
                        "remove one of them");
            }
            taken.add(name);
            if (argument.defaultValue() != null) {
                problems.add(
                        Pointer.to(argument.at(), "default"),
                        "an argument of a function that is left out is null",
                        "remove `default`, and write `\"nullable\": true`");
            }
            TypeRef type = scope.typeRef(Pointer.to(argument.at(), "type"), argument.type(), argument.nullable());
            if (type != null && !type.leaf()) {
                problems.add(
                        Pointer.to(argument.at(), "type"),
                        "an argument is a scalar, an enum or a list of these",
                        "pass an object as `JSON`");
            } else if (legal && type != null) {
                arguments.add(new RootField.Argument(name, type, null));
            }
        }
        return arguments;
    }
}
