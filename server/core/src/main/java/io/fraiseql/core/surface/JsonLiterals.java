package io.fraiseql.core.surface;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import graphql.language.ArrayValue;
import graphql.language.BooleanValue;
import graphql.language.EnumValue;
import graphql.language.FloatValue;
import graphql.language.IntValue;
import graphql.language.NullValue;
import graphql.language.ObjectField;
import graphql.language.ObjectValue;
import graphql.language.StringValue;
import graphql.language.Value;
import io.fraiseql.core.error.CoreErrorCode;
import io.fraiseql.spi.error.FraiseqlException;
import java.util.ArrayList;
import java.util.List;

/** Writes JSON text as a GraphQL literal: the default of an argument. */
final class JsonLiterals {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private JsonLiterals() {}

    /**
     * Reads JSON text.
     *
     * @param enumeration whether strings are names of enum values
     */
    static Value<?> parse(String json, boolean enumeration) {
        try {
            return literal(MAPPER.readTree(json), enumeration);
        } catch (JsonProcessingException e) {
            throw new FraiseqlException(
                    CoreErrorCode.INVALID_SCHEMA, "the default value " + json + " is not JSON; correct it", e);
        }
    }

    private static Value<?> literal(JsonNode node, boolean enumeration) {
        return switch (node.getNodeType()) {
            case STRING -> enumeration ? EnumValue.of(node.textValue()) : StringValue.of(node.textValue());
            case BOOLEAN -> BooleanValue.of(node.booleanValue());
            case NUMBER -> number(node);
            case ARRAY -> array(node, enumeration);
            case OBJECT -> object(node);
            default -> NullValue.of();
        };
    }

    private static Value<?> number(JsonNode node) {
        return node.isIntegralNumber()
                ? new IntValue(node.bigIntegerValue())
                : FloatValue.newFloatValue(node.decimalValue()).build();
    }

    private static Value<?> array(JsonNode node, boolean enumeration) {
        ArrayValue.Builder builder = ArrayValue.newArrayValue();
        node.forEach(element -> builder.value(literal(element, enumeration)));
        return builder.build();
    }

    private static Value<?> object(JsonNode node) {
        List<ObjectField> fields = new ArrayList<>();
        node.fields()
                .forEachRemaining(
                        entry -> fields.add(new ObjectField(entry.getKey(), literal(entry.getValue(), false))));
        return ObjectValue.newObjectValue().objectFields(fields).build();
    }
}
