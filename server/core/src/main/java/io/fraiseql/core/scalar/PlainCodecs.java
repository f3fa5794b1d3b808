package io.fraiseql.core.scalar;

import io.fraiseql.spi.Nullable;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

/** The codecs of what is neither a number nor a time. */
final class PlainCodecs {

    private static final Pattern UUID_FORM = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private PlainCodecs() {}

    static Object string(@Nullable Object value) {
        return Coercion.text("a String", value);
    }

    static Object id(@Nullable Object value) {
        boolean integer = value instanceof Long || value instanceof Integer || value instanceof BigInteger;
        return integer ? String.valueOf(value) : Coercion.text("an ID as a string or an integer", value);
    }

    static Object toBoolean(@Nullable Object value) {
        if (value instanceof Boolean) {
            return value;
        }
        throw Coercion.refused("a Boolean: true or false", value);
    }

    static Object uuid(@Nullable Object value) {
        if (value instanceof String text && UUID_FORM.matcher(text).matches()) {
            return UUID.fromString(text);
        }
        throw Coercion.refused("a UUID such as \"123e4567-e89b-12d3-a456-426614174000\"", value);
    }

    static Object bytes(@Nullable Object value) {
        if (value instanceof String text && text.length() % 4 == 0) {
            try {
                return Base64.getDecoder().decode(text);
            } catch (IllegalArgumentException e) {
                throw Coercion.refused("Bytes in base64", value);
            }
        }
        throw Coercion.refused("Bytes in base64, padded with \"=\"", value);
    }

    static Object json(@Nullable Object value) {
        checkJson(value);
        return JsonTexts.of(value);
    }

    private static void checkJson(@Nullable Object value) {
        if (value instanceof String text) {
            Coercion.checkCharacters(text);
        } else if (value instanceof BigDecimal || value instanceof BigInteger) {
            checkNumber(value);
        } else if (value instanceof List<?> list) {
            list.forEach(PlainCodecs::checkJson);
        } else if (value instanceof Map<?, ?> map) {
            map.forEach((key, member) -> {
                Coercion.checkCharacters((String) key);
                checkJson(member);
            });
        }
    }

    private static void checkNumber(Object value) {
        BigDecimal number = NumberCodecs.exact(value);
        if (number == null || !NumberCodecs.isBounded(number)) {
            throw Coercion.refused("numbers of at most 1000 digits in JSON", value);
        }
    }
}
