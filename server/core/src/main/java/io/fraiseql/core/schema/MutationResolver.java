package io.fraiseql.core.schema;

import io.fraiseql.core.model.ByDialect;
import io.fraiseql.core.model.Mutation;
import io.fraiseql.core.model.Mutation.Operation;
import io.fraiseql.core.model.ObjectType;
import io.fraiseql.core.model.Source;
import io.fraiseql.core.model.WritableFields;
import io.fraiseql.spi.Nullable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Resolves mutations once the types are known. */
final class MutationResolver {

    private static final Map<String, Operation> OPERATIONS = operations();

    private final Scope scope;
    private final Problems problems;
    private final NameCheck names;
    private final Map<String, ObjectType> types;

    MutationResolver(Scope scope, NameCheck names, Map<String, ObjectType> types) {
        this.scope = scope;
        this.problems = scope.problems();
        this.names = names;
        this.types = types;
    }

    private static Map<String, Operation> operations() {
        Map<String, Operation> operations = new LinkedHashMap<>();
        operations.put("CREATE", Operation.INSERT);
        for (Operation operation : Operation.values()) {
            operations.put(operation.name(), operation);
        }
        operations.remove(Operation.CUSTOM.name());
        return operations;
    }

    Map<String, Mutation> resolve(Collection<MutationDefinition> definitions) {
        Map<String, Mutation> mutations = new LinkedHashMap<>();
        for (MutationDefinition definition : definitions) {
            Mutation mutation = resolve(definition);
            if (mutation != null && mutations.putIfAbsent(mutation.name(), mutation) != null) {
                problems.add(
                        Pointer.to(definition.at(), "name"),
                        "there is already a mutation `" + mutation.name() + "`",
                        "rename one of them");
            }
        }
        return Collections.unmodifiableMap(mutations);
    }

    private @Nullable Mutation resolve(MutationDefinition definition) {
        String name = scope.naming().apply(definition.name());
        boolean legal = names.legal(definition.at(), "a mutation", name);
        if (definition.function() != null) {
            return new FunctionResolver(scope, names, types).resolve(definition, legal ? name : null);
        }
        ObjectType type = type(definition);
        Operation operation = operation(definition);
        ByDialect<String> table = definition.table();
        if (table == null) {
            problems.add(definition.at(), "`table` is missing", "name the table, or with `sql_source` a function");
        }
        if (!definition.arguments().isEmpty()) {
            problems.add(
                    Pointer.to(definition.at(), "arguments"),
                    "the arguments of a mutation of a table follow from its operation",
                    "remove `arguments`");
        }
        if (!legal || type == null || operation == null || table == null) {
            return null;
        }
        checkFields(definition, operation, type);
        return new Mutation(
                name,
                definition.description(),
                operation,
                definition.returnsList(),
                type.name(),
                scope.targets().sourceNames(Pointer.to(definition.at(), "table"), "table", table),
                List.of(),
                definition.entity() == null ? type.name() : definition.entity(),
                definition.deprecation());
    }

    private void checkFields(MutationDefinition definition, Operation operation, ObjectType type) {
        if (operation == Operation.INSERT || operation == Operation.UPSERT) {
            requireFillable(definition, type);
        }
        if (operation == Operation.UPDATE) {
            requireChangeable(definition, type);
        }
        if (operation == Operation.UPSERT && definition.returnsList()) {
            problems.add(
                    Pointer.to(definition.at(), "returns_list"), "an upsert writes one row", "remove `returns_list`");
        }
    }

    private @Nullable Operation operation(MutationDefinition definition) {
        String written = definition.operation();
        if (written == null) {
            problems.add(definition.at(), "`operation` is missing");
            return null;
        }
        Operation operation = OPERATIONS.get(written);
        if (operation == null) {
            problems.addUnknown(
                    Pointer.to(definition.at(), "operation"),
                    "`" + written + "` is no operation; there are " + String.join(", ", OPERATIONS.keySet()),
                    written,
                    OPERATIONS.keySet());
        }
        return operation;
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
        if (type.source().kind() != Source.Kind.COLUMNS) {
            problems.add(
                    pointer,
                    "`" + type.name()
                            + "` has no columns to write: only a type whose fields are columns can be written",
                    "return a type with `\"source_kind\": \"columns\"`");
            return null;
        }
        if (type.key().isEmpty()) {
            problems.add(
                    pointer,
                    "`" + type.name() + "` has no key to find written rows by",
                    "give `" + type.name() + "` a `primary_key`");
            return null;
        }
        return type;
    }

    /** A column that must have a value and that no input can carry makes every insert fail. */
    private void requireFillable(MutationDefinition definition, ObjectType type) {
        for (String target : scope.targets().names()) {
            List<String> missing = new ArrayList<>();
            type.fields().values().stream()
                    .filter(field -> field.relation() == null && field.computed() == null)
                    .filter(field -> !WritableFields.isStored(field) && WritableFields.isRequired(field, target))
                    .forEach(field -> missing.add(field.name()));
            if (!missing.isEmpty()) {
                problems.add(
                        Pointer.to(definition.at(), "operation"),
                        "a new `" + type.name() + "` needs a value for " + String.join(", ", missing)
                                + ", which is an object and cannot be written",
                        "make the field nullable or its column have a default");
            }
        }
    }

    private void requireChangeable(MutationDefinition definition, ObjectType type) {
        for (String target : scope.targets().names()) {
            if (WritableFields.ofUpdate(type, target).isEmpty()) {
                problems.add(
                        Pointer.to(definition.at(), "operation"),
                        "`" + type.name() + "` has no field that can be changed besides its key",
                        "remove the mutation");
            }
        }
    }
}
