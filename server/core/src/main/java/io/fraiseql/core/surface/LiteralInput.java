package io.fraiseql.core.surface;

import graphql.language.ArrayValue;
import graphql.language.BooleanValue;
import graphql.language.EnumValue;
import graphql.language.FloatValue;
import graphql.language.IntValue;
import graphql.language.NullValue;
import graphql.language.ObjectField;
import graphql.language.ObjectValue;
import graphql.language.SourceLocation;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.language.VariableReference;
import io.fraiseql.spi.Nullable;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A literal of a document, or a part of one. */
record LiteralInput(Value<?> literal) implements InputNode {

    private static final int LONG_BITS = 63;

    @Override
    public Kind kind() {
        if (literal instanceof NullValue) {
            return Kind.NULL;
        }
        if (literal instanceof VariableReference) {
            return Kind.VARIABLE;
        }
        if (literal instanceof ObjectValue) {
            return Kind.OBJECT;
        }
        return literal instanceof ArrayValue ? Kind.LIST : Kind.SINGLE;
    }

    @Override
    public Map<String, InputNode> members() {
        Map<String, InputNode> members = new LinkedHashMap<>();
        if (literal instanceof ObjectValue object) {
            for (ObjectField field : object.getObjectFields()) {
                members.put(field.getName(), new LiteralInput(field.getValue()));
            }
        }
        return members;
    }

    @Override
    public List<InputNode> elements() {
        List<InputNode> elements = new ArrayList<>();
        if (literal instanceof ArrayValue array) {
            array.getValues().forEach(element -> elements.add(new LiteralInput(element)));
        }
        return elements;
    }

    @Override
    public @Nullable String enumName() {
        return literal instanceof EnumValue name ? name.getName() : null;
    }

    @Override
    public @Nullable Object raw() {
        return switch (kind()) {
            case NULL -> null;
            case VARIABLE ->
                throw new IllegalArgumentException(
                        "a variable inside a literal of this scalar is not supported; make the whole value a variable");
            case OBJECT -> rawObject();
            case LIST -> rawList();
            case SINGLE -> rawSingle();
        };
    }

    private Map<String, Object> rawObject() {
        Map<String, Object> object = new LinkedHashMap<>();
        members().forEach((name, member) -> object.put(name, member.raw()));
        return object;
    }

    private List<Object> rawList() {
        List<Object> list = new ArrayList<>();
        elements().forEach(element -> list.add(element.raw()));
        return list;
    }

    private @Nullable Object rawSingle() {
        if (literal instanceof IntValue number) {
            BigInteger value = number.getValue();
            return value.bitLength() <= LONG_BITS ? (Object) value.longValue() : value;
        }
        if (literal instanceof FloatValue number) {
            return number.getValue();
        }
        if (literal instanceof StringValue text) {
            return text.getValue();
        }
        if (literal instanceof BooleanValue flag) {
            return flag.isValue();
        }
        throw new IllegalArgumentException("a name without quotes is an enum value; write a string in quotes");
    }

    @Override
    public boolean floatLiteral() {
        return literal instanceof FloatValue;
    }

    @Override
    public @Nullable SourceLocation location() {
        return literal.getSourceLocation();
    }
}
