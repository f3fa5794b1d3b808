package io.fraiseql.core.json;

import io.fraiseql.spi.database.ColumnType;

/** Writes one scalar of a document in the form of its declared type. */
final class ScalarProjector implements Projector {

    private final ColumnType type;

    ScalarProjector(ColumnType type) {
        this.type = type;
    }

    @Override
    public int write(byte[] document, int start, int limit, String key, Utf8Buffer out) {
        int end = JsonScanner.skipValue(document, start, limit);
        if (type == ColumnType.JSON) {
            JsonText.compact(document, start, end, out);
            return end;
        }
        try {
            writeScalar(document, start, end, out);
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw Projector.mismatch(key, expected());
        }
        return end;
    }

    private void writeScalar(byte[] document, int start, int end, Utf8Buffer out) {
        switch (document[start]) {
            case '"' -> writeString(document, start, end, out);
            case 't', 'f' -> writeWord(document[start] == 't', out);
            case '{', '[' -> throw new IllegalArgumentException();
            default -> ScalarNumbers.write(type, document, start, end, out);
        }
    }

    private void writeString(byte[] document, int start, int end, Utf8Buffer out) {
        if (type == ColumnType.TEXT) {
            JsonText.string(document, start, end, out);
        } else if (JsonStrings.nextSpecial(document, start + 1, end - 1) == end - 1) {
            ScalarTexts.write(type, document, start + 1, end - 1, out);
        } else {
            byte[] decoded = JsonText.decode(document, start + 1, end - 1);
            ScalarTexts.write(type, decoded, 0, decoded.length, out);
        }
    }

    private void writeWord(boolean value, Utf8Buffer out) {
        if (type != ColumnType.BOOLEAN) {
            throw new IllegalArgumentException();
        }
        out.bool(value);
    }

    private String expected() {
        return switch (type) {
            case BOOLEAN -> "a Boolean";
            case INT -> "an Int of 32 bits";
            case BIGINT -> "a BigInt of 64 bits";
            case FLOAT32, FLOAT -> "a Float";
            case DECIMAL -> "a Decimal";
            case TEXT -> "a String";
            case UUID -> "a UUID";
            case DATETIME -> "a DateTime with a zone in the years 1 to 9999";
            case LOCAL_DATETIME -> "a LocalDateTime without a zone in the years 1 to 9999";
            case DATE -> "a Date in the years 1 to 9999";
            case TIME -> "a Time";
            case DURATION -> "an ISO 8601 Duration";
            case JSON -> "a JSON value";
            case BYTES -> "base64";
        };
    }
}
