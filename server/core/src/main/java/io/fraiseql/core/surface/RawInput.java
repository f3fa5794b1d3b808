package io.fraiseql.core.surface;

import graphql.language.SourceLocation;
import io.fraiseql.spi.Nullable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A raw variable, or a part of one.
 *
 * @param location of the variable's definition
 */
record RawInput(@Nullable Object value, @Nullable SourceLocation location) implements InputNode {

    @Override
    public Kind kind() {
        if (value == null) {
            return Kind.NULL;
        }
        if (value instanceof Map) {
            return Kind.OBJECT;
        }
        return value instanceof List ? Kind.LIST : Kind.SINGLE;
    }

    @Override
    public Map<String, InputNode> members() {
        Map<String, InputNode> members = new LinkedHashMap<>();
        if (value instanceof Map<?, ?> map) {
            map.forEach((name, member) -> members.put(String.valueOf(name), new RawInput(member, location)));
        }
        return members;
    }

    @Override
    public List<InputNode> elements() {
        List<InputNode> elements = new ArrayList<>();
        if (value instanceof List<?> list) {
            list.forEach(element -> elements.add(new RawInput(element, location)));
        }
        return elements;
    }

    @Override
    public @Nullable String enumName() {
        return value instanceof String text ? text : null;
    }

    @Override
    public boolean floatLiteral() {
        return false;
    }

    @Override
    public @Nullable Object raw() {
        return value;
    }
}
