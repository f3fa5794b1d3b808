package io.fraiseql.core.surface;

import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import io.fraiseql.core.scalar.ScalarCodec;
import io.fraiseql.spi.Nullable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The input coercion of the GraphQL specification, for literals and variables alike. Scalars become what their codec makes of
 * them, enums their GraphQL name, input objects a {@link LinkedHashMap} of the members that are present. Thread-safe.
 */
final class InputCoercion {

    /** Nothing that a person or a program writes is nested deeper; deeper input could exhaust the stack. */
    private static final int MAX_DEPTH = 100;

    private static final Set<String> INTEGERS = Set.of("Int", "BigInt");

    private final Map<String, ScalarCodec> codecs;

    InputCoercion(Map<String, ScalarCodec> codecs) {
        this.codecs = codecs;
    }

    /**
     * Coerces a value. Variables inside a literal are left out; the validator has compared their types.
     *
     * @return the typed value; without meaning when a problem was added
     */
    @Nullable
    Object coerce(InputNode node, GraphQLType type, InputPath path, Problems problems) {
        if (node.kind() == InputNode.Kind.VARIABLE || problems.full()) {
            return null;
        }
        if (path.depth() > MAX_DEPTH) {
            problems.add(node.location(), "Input is nested deeper than " + MAX_DEPTH + " levels: " + path);
            return null;
        }
        if (type instanceof GraphQLNonNull required) {
            return node.kind() == InputNode.Kind.NULL
                    ? problem(node, path, "must not be null", type, problems)
                    : coerce(node, required.getWrappedType(), path, problems);
        }
        if (node.kind() == InputNode.Kind.NULL) {
            return null;
        }
        return type instanceof GraphQLList list
                ? coerceList(node, list.getWrappedType(), path, problems)
                : coerceNamed(node, (GraphQLNamedType) type, path, problems);
    }

    private List<Object> coerceList(InputNode node, GraphQLType elementType, InputPath path, Problems problems) {
        List<Object> values = new ArrayList<>();
        if (node.kind() != InputNode.Kind.LIST) {
            values.add(coerce(node, elementType, path, problems));
            return values;
        }
        int index = 0;
        for (InputNode element : node.elements()) {
            values.add(coerce(element, elementType, path.element(index++), problems));
        }
        return values;
    }

    private @Nullable Object coerceNamed(InputNode node, GraphQLNamedType type, InputPath path, Problems problems) {
        if (type instanceof GraphQLInputObjectType object) {
            return coerceObject(node, object, path, problems);
        }
        return type instanceof GraphQLEnumType enumeration
                ? coerceEnum(node, enumeration, path, problems)
                : coerceScalar(node, (GraphQLScalarType) type, path, problems);
    }

    private @Nullable Object coerceObject(
            InputNode node, GraphQLInputObjectType type, InputPath path, Problems problems) {
        if (node.kind() != InputNode.Kind.OBJECT) {
            return problem(node, path, "expected an object", type, problems);
        }
        Map<String, Object> values = new LinkedHashMap<>();
        node.members().forEach((name, member) -> {
            GraphQLInputObjectField field = type.getFieldDefinition(name);
            if (field != null) {
                values.put(name, coerce(member, field.getType(), path.member(name), problems));
            } else {
                problems.add(member.location(), path + ": " + unknownMember(name, type));
            }
        });
        for (GraphQLInputObjectField field : type.getFieldDefinitions()) {
            if (field.getType() instanceof GraphQLNonNull && !values.containsKey(field.getName())) {
                problems.add(node.location(), path.member(field.getName()) + ": a value is required");
            }
        }
        return values;
    }

    private static String unknownMember(String name, GraphQLInputObjectType type) {
        List<String> names = type.getFieldDefinitions().stream()
                .map(GraphQLInputObjectField::getName)
                .toList();
        return "\"" + shorten(name) + "\" is not a member of " + type.getName() + "." + DidYouMean.suggest(name, names);
    }

    private @Nullable Object coerceEnum(InputNode node, GraphQLEnumType type, InputPath path, Problems problems) {
        String name = node.enumName();
        if (name == null) {
            return problem(node, path, "expected the name of a value", type, problems);
        }
        if (type.getValue(name) == null) {
            List<String> names =
                    type.getValues().stream().map(value -> value.getName()).toList();
            problems.add(
                    node.location(),
                    path + ": \"" + shorten(name) + "\" is not a value of " + type.getName() + "."
                            + DidYouMean.suggest(name, names));
        }
        return name;
    }

    private @Nullable Object coerceScalar(InputNode node, GraphQLScalarType type, InputPath path, Problems problems) {
        ScalarCodec codec = codecs.get(type.getName());
        if (codec == null) {
            throw new IllegalStateException("no codec for " + type.getName());
        }
        if (node.floatLiteral() && INTEGERS.contains(type.getName())) {
            return problem(node, path, "expected an integer without point and exponent", type, problems);
        }
        try {
            return codec.coerce(node.raw());
        } catch (IllegalArgumentException e) {
            problems.add(node.location(), path + ": " + e.getMessage());
            return null;
        }
    }

    private static @Nullable Object problem(
            InputNode node, InputPath path, String message, GraphQLType type, Problems problems) {
        problems.add(node.location(), path + ": " + message + " (" + GraphQLTypeUtil.simplePrint(type) + ")");
        return null;
    }

    private static String shorten(String name) {
        return name.length() <= 80 ? name : name.substring(0, 80) + "…";
    }
}
