package io.fraiseql.distribution.oracle;

import graphql.language.ArrayValue;
import graphql.language.BooleanValue;
import graphql.language.EnumValue;
import graphql.language.FloatValue;
import graphql.language.IntValue;
import graphql.language.NullValue;
import graphql.language.ObjectValue;
import graphql.language.OperationDefinition;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.language.VariableReference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The values of a request, literals and variables alike, as plain Java. */
final class RawValues {

    /** What stands for a variable that is not given. */
    static final Object ABSENT = new Object();

    private final Map<String, Object> variables;

    RawValues(OperationDefinition operation, Map<String, Object> given) {
        this.variables = new HashMap<>(given);
        operation.getVariableDefinitions().forEach(variable -> {
            if (variable.getDefaultValue() != null) {
                variables.computeIfAbsent(
                        variable.getName(), name -> given.containsKey(name) ? null : of(variable.getDefaultValue()));
            }
        });
    }

    Object of(Value<?> value) {
        if (value instanceof VariableReference variable) {
            return variables.containsKey(variable.getName()) ? variables.get(variable.getName()) : ABSENT;
        } else if (value instanceof IntValue number) {
            return number.getValue();
        } else if (value instanceof FloatValue number) {
            return number.getValue();
        } else if (value instanceof StringValue text) {
            return text.getValue();
        } else if (value instanceof BooleanValue truth) {
            return truth.isValue();
        } else if (value instanceof EnumValue name) {
            return name.getName();
        } else if (value instanceof NullValue) {
            return null;
        } else if (value instanceof ArrayValue list) {
            List<Object> items = new ArrayList<>();
            list.getValues().forEach(item -> items.add(of(item)));
            return items;
        }
        Map<String, Object> members = new LinkedHashMap<>();
        ((ObjectValue) value).getObjectFields().forEach(member -> {
            Object raw = of(member.getValue());
            if (raw != ABSENT) {
                members.put(member.getName(), raw);
            }
        });
        return members;
    }
}
