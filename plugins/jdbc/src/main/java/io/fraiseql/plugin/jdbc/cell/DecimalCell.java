package io.fraiseql.plugin.jdbc.cell;

import io.fraiseql.plugin.jdbc.value.Misfit;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Decimals: the wire has their digits; out of a document they may be written in any form of a JSON number. */
public final class DecimalCell extends Cell {

    private static final byte[] NONE = {};
    private static final int LONGEST = 400;

    private byte[] value = NONE;

    @Override
    protected boolean decode(ResultSet rows, int column) throws SQLException {
        String text = rows.getString(column);
        value = text == null ? NONE : plain(text).getBytes(StandardCharsets.US_ASCII);
        return text != null;
    }

    private static String plain(String text) {
        for (int i = text.startsWith("-") ? 1 : 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            if ((letter < '0' || letter > '9') && letter != '.') {
                return parsed(text);
            }
        }
        return text;
    }

    private static String parsed(String text) {
        try {
            BigDecimal decimal = new BigDecimal(text);
            if (decimal.precision() + Math.abs((long) decimal.scale()) <= LONGEST) {
                return decimal.toPlainString();
            }
        } catch (NumberFormatException e) {
            throw Misfit.of("another text", "a decimal number");
        }
        throw Misfit.of("a number of too many digits", "a decimal number");
    }

    @Override
    protected byte[] bytes() {
        return value;
    }
}
