package io.fraiseql.plugin.sqlite.function;

import io.fraiseql.plugin.jdbc.value.Misfit;
import io.fraiseql.plugin.sqlite.value.Decimals;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.database.ColumnType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Base64;
import java.util.HexFormat;

/** A scalar of a document where SQLite's own reading would lose digits or guess: a number written as text, a decimal, bytes. */
final class JsonScalar {

    private static final int MOST_DIGITS = 131_072;

    private JsonScalar() {}

    static @Nullable Object of(Object json, ColumnType type) {
        if (json == JsonReader.NULL) {
            return null;
        }
        return switch (type) {
            case BOOLEAN -> truth(json);
            case INT, BIGINT -> integer(json);
            case FLOAT, FLOAT32, DECIMAL -> decimal(json);
            case BYTES -> hex(json);
            default -> throw new IllegalArgumentException("no reading of " + type);
        };
    }

    private static Boolean truth(Object json) {
        if (json instanceof Boolean truth) {
            return truth;
        }
        if ("true".equals(json) || "false".equals(json)) {
            return "true".equals(json);
        }
        throw misfit("true or false");
    }

    private static Long integer(Object json) {
        try {
            return new BigInteger(json instanceof String text ? text : digits(json, "an integer")).longValueExact();
        } catch (ArithmeticException | NumberFormatException e) {
            throw misfit("an integer");
        }
    }

    private static String decimal(Object json) {
        return json instanceof String text ? Decimals.parse(text).toPlainString() : digits(json, "a number");
    }

    private static String digits(Object json, String expected) {
        if (json instanceof BigDecimal number && number.precision() + Math.abs((long) number.scale()) <= MOST_DIGITS) {
            return number.toPlainString();
        }
        throw misfit(expected);
    }

    private static String hex(Object json) {
        try {
            return HexFormat.of().formatHex(Base64.getDecoder().decode(json instanceof String text ? text : "-"));
        } catch (IllegalArgumentException e) {
            throw misfit("bytes as a text in base64");
        }
    }

    private static Misfit misfit(String expected) {
        return Misfit.of("another JSON value", expected);
    }
}
