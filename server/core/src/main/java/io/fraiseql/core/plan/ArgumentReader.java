package io.fraiseql.core.plan;

import graphql.language.ArrayValue;
import graphql.language.NullValue;
import graphql.language.ObjectField;
import graphql.language.ObjectValue;
import graphql.language.Value;
import graphql.language.VariableReference;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLInputType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLTypeUtil;
import io.fraiseql.spi.Nullable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the arguments of one operation: literals from the document, structure from the variables of the request at hand. */
final class ArgumentReader {

    private final LiteralCoercion literals;
    private final Map<String, Object> variables;

    ArgumentReader(LiteralCoercion literals, Map<String, Object> variables) {
        this.literals = literals;
        this.variables = variables;
    }

    /** The argument's structure; null when it is a variable that the request leaves out. */
    @Nullable
    Argument read(Value<?> value, GraphQLInputType type) {
        if (value instanceof VariableReference reference) {
            return variables.containsKey(reference.getName())
                    ? expand(reference.getName(), List.of(), variables.get(reference.getName()), type)
                    : null;
        }
        GraphQLInputType unwrapped = unwrap(type);
        if (unwrapped instanceof GraphQLInputObjectType object && value instanceof ObjectValue members) {
            return readMembers(members, object);
        }
        if (unwrapped instanceof GraphQLList list) {
            return readList(value, list);
        }
        Object literal = literals.coerce(value, type);
        return new Argument.Leaf(new BindSource.Constant(literal), literal, true);
    }

    /** A value on whose structure no statement depends, read as a whole when the plan runs; null when its variable is left out. */
    @Nullable
    BindSource whole(Value<?> value, GraphQLInputType type) {
        if (value instanceof VariableReference reference) {
            return variables.containsKey(reference.getName())
                    ? new BindSource.Variable(reference.getName(), List.of())
                    : null;
        }
        GraphQLInputType unwrapped = unwrap(type);
        if (unwrapped instanceof GraphQLInputObjectType object && value instanceof ObjectValue members) {
            Map<String, BindSource> sources = new LinkedHashMap<>();
            for (ObjectField field : members.getObjectFields()) {
                GraphQLInputType member =
                        object.getFieldDefinition(field.getName()).getType();
                sources.put(field.getName(), part(field.getValue(), member));
            }
            return new BindSource.Members(sources);
        }
        if (unwrapped instanceof GraphQLList list && !(value instanceof NullValue)) {
            GraphQLInputType element = (GraphQLInputType) list.getWrappedType();
            return new BindSource.Items(
                    elements(value).stream().map(item -> part(item, element)).toList());
        }
        return new BindSource.Constant(literals.coerce(value, type));
    }

    private BindSource part(Value<?> value, GraphQLInputType type) {
        BindSource part = value instanceof VariableReference reference
                ? new BindSource.Variable(reference.getName(), List.of())
                : whole(value, type);
        return part == null ? new BindSource.Constant(null) : part;
    }

    private static List<? extends Value<?>> elements(Value<?> value) {
        return value instanceof ArrayValue array
                ? array.getValues().stream().map(element -> (Value<?>) element).toList()
                : List.of(value);
    }

    /** The default that the schema gives an argument. */
    @Nullable
    Argument defaultValue(GraphQLArgument argument) {
        return argument.getArgumentDefaultValue().getValue() instanceof Value<?> literal
                ? read(literal, argument.getType())
                : null;
    }

    private Argument readMembers(ObjectValue value, GraphQLInputObjectType type) {
        Map<String, Argument> members = new LinkedHashMap<>();
        for (ObjectField field : value.getObjectFields()) {
            Argument member = read(
                    field.getValue(), type.getFieldDefinition(field.getName()).getType());
            if (member != null) {
                members.put(field.getName(), member);
            }
        }
        return new Argument.Members(members);
    }

    private Argument readList(Value<?> value, GraphQLList type) {
        GraphQLInputType elementType = (GraphQLInputType) type.getWrappedType();
        List<Argument> items = new ArrayList<>();
        for (Value<?> element : elements(value)) {
            Argument item = read(element, elementType);
            items.add(item == null ? new Argument.Leaf(new BindSource.Constant(null), null, true) : item);
        }
        return GraphQLTypeUtil.unwrapAll(type) instanceof GraphQLInputObjectType
                ? new Argument.Items(items)
                : leafList(items);
    }

    private static Argument leafList(List<Argument> items) {
        List<BindSource> sources = new ArrayList<>();
        List<Object> current = new ArrayList<>();
        boolean literal = true;
        for (Argument item : items) {
            Argument.Leaf leaf = (Argument.Leaf) item;
            sources.add(leaf.source());
            current.add(leaf.current());
            literal &= leaf.literal();
        }
        BindSource.Elements elements = new BindSource.Elements(sources);
        return new Argument.Leaf(
                literal ? new BindSource.Constant(elements.value(Map.of())) : elements, current, literal);
    }

    private static Argument expand(
            String variable, List<Object> path, @Nullable Object value, GraphQLInputType declared) {
        GraphQLInputType type = unwrap(declared);
        if (value instanceof Map<?, ?> map && type instanceof GraphQLInputObjectType object) {
            Map<String, Argument> members = new LinkedHashMap<>();
            map.forEach((name, member) -> members.put(
                    (String) name,
                    expand(
                            variable,
                            append(path, name),
                            member,
                            object.getFieldDefinition((String) name).getType())));
            return new Argument.Members(members);
        }
        if (value instanceof List<?> list
                && type instanceof GraphQLList listType
                && GraphQLTypeUtil.unwrapAll(type) instanceof GraphQLInputObjectType) {
            List<Argument> items = new ArrayList<>();
            for (int i = 0; i < list.size(); i++) {
                items.add(expand(variable, append(path, i), list.get(i), (GraphQLInputType) listType.getWrappedType()));
            }
            return new Argument.Items(items);
        }
        return new Argument.Leaf(new BindSource.Variable(variable, path), value, false);
    }

    private static List<Object> append(List<Object> path, Object step) {
        List<Object> longer = new ArrayList<>(path);
        longer.add(step);
        return longer;
    }

    private static GraphQLInputType unwrap(GraphQLInputType type) {
        return type instanceof GraphQLNonNull nonNull ? (GraphQLInputType) nonNull.getWrappedType() : type;
    }
}
