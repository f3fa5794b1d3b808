package io.fraiseql.plugin.flight.vector;

import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.error.FraiseqlException;
import io.fraiseql.spi.query.RowField;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.dictionary.Dictionary;
import org.apache.arrow.vector.dictionary.DictionaryProvider;
import org.apache.arrow.vector.types.DateUnit;
import org.apache.arrow.vector.types.FloatingPointPrecision;
import org.apache.arrow.vector.types.TimeUnit;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.Field;
import org.apache.arrow.vector.types.pojo.Schema;

/** A column that a client sends, which fits the field that it is for. Immutable. */
final class ReceivedColumn {

    private static final int UUID_BYTES = 16;
    private static final int INT_BITS = 32;

    private final RowField field;
    private final ReceivedValue reading;

    private ReceivedColumn(RowField field, ArrowType type) {
        this.field = field;
        this.reading = ReceivedValue.of(type);
    }

    String name() {
        return field.name();
    }

    /** A value as {@link io.fraiseql.spi.upload.UploadBatch} has it. */
    @Nullable
    Object value(FieldVector vector, int row) {
        try {
            return vector.isNull(row) ? null : reading.of(vector, row);
        } catch (IllegalArgumentException e) {
            throw wrong("the column " + field.name() + ": " + e.getMessage());
        }
    }

    /** The columns of a schema, in its order; every field that must be given is among them. */
    static List<ReceivedColumn> of(List<RowField> fields, Schema schema, DictionaryProvider dictionaries) {
        Map<String, RowField> missing = new LinkedHashMap<>();
        fields.forEach(field -> missing.put(field.name(), field));
        List<ReceivedColumn> columns = new ArrayList<>();
        for (Field sent : schema.getFields()) {
            RowField field = missing.remove(sent.getName());
            if (field == null) {
                throw unknown(sent.getName(), fields);
            }
            ArrowType type = type(sent, dictionaries);
            if (type == null || !fits(type, field)) {
                throw wrong("the column " + sent.getName() + " is " + (type == null ? "a dictionary" : type)
                        + " and must be " + wanted(field));
            }
            columns.add(new ReceivedColumn(field, type));
        }
        missing.values().stream().filter(field -> !field.nullable()).findFirst().ifPresent(field -> {
            throw wrong("the column " + field.name() + " is missing; it must be " + wanted(field));
        });
        return columns;
    }

    private static FraiseqlException unknown(String name, List<RowField> fields) {
        boolean twice = fields.stream().anyMatch(field -> field.name().equals(name));
        String known = String.join(", ", fields.stream().map(RowField::name).toList());
        String shown = name.length() > 80 ? name.substring(0, 80) + "…" : name;
        return wrong(
                twice
                        ? "the column " + shown + " is there twice"
                        : "there is no column " + shown + " to write; there are " + known);
    }

    /** Of what a dictionary stands for; null when there is none of that id. */
    private static @Nullable ArrowType type(Field sent, DictionaryProvider dictionaries) {
        if (sent.getDictionary() == null) {
            return sent.getType();
        }
        Dictionary dictionary = dictionaries.lookup(sent.getDictionary().getId());
        return dictionary == null ? null : dictionary.getVector().getField().getType();
    }

    private static boolean fits(ArrowType type, RowField field) {
        boolean text = type instanceof ArrowType.Utf8 || type instanceof ArrowType.LargeUtf8;
        return switch (field.type()) {
            case TEXT, DURATION, JSON -> text;
            case BOOLEAN -> type instanceof ArrowType.Bool;
            case INT ->
                type instanceof ArrowType.Int number && number.getIsSigned() && number.getBitWidth() <= INT_BITS;
            case BIGINT -> type instanceof ArrowType.Int number && number.getIsSigned();
            case FLOAT32 ->
                type instanceof ArrowType.FloatingPoint number
                        && number.getPrecision() == FloatingPointPrecision.SINGLE;
            case FLOAT ->
                type instanceof ArrowType.FloatingPoint number && number.getPrecision() != FloatingPointPrecision.HALF;
            case DECIMAL -> text || type instanceof ArrowType.Decimal decimal && fits(decimal, field);
            case UUID ->
                text || type instanceof ArrowType.FixedSizeBinary binary && binary.getByteWidth() == UUID_BYTES;
            case DATETIME ->
                type instanceof ArrowType.Timestamp time
                        && time.getTimezone() != null
                        && time.getUnit() != TimeUnit.NANOSECOND;
            case LOCAL_DATETIME ->
                type instanceof ArrowType.Timestamp time
                        && time.getTimezone() == null
                        && time.getUnit() != TimeUnit.NANOSECOND;
            case DATE -> type instanceof ArrowType.Date date && date.getUnit() == DateUnit.DAY;
            case TIME -> type instanceof ArrowType.Time time && time.getUnit() == TimeUnit.MICROSECOND;
            case BYTES -> type instanceof ArrowType.Binary || type instanceof ArrowType.LargeBinary;
        };
    }

    private static boolean fits(ArrowType.Decimal decimal, RowField field) {
        Integer precision = field.precision();
        Integer scale = field.scale();
        return precision == null
                || scale == null
                || decimal.getScale() <= scale && decimal.getPrecision() - decimal.getScale() <= precision - scale;
    }

    /** Said in the words of Arrow. */
    private static String wanted(RowField field) {
        return switch (field.type()) {
            case TEXT, DURATION, JSON -> "Utf8";
            case BOOLEAN -> "Bool";
            case INT -> "Int32 or a smaller one";
            case BIGINT -> "Int64 or a smaller one";
            case FLOAT32 -> "Float32";
            case FLOAT -> "Float64";
            case DECIMAL ->
                field.precision() == null
                        ? "a decimal"
                        : "Decimal128(" + field.precision() + ", " + field.scale() + ")";
            case UUID -> "FixedSizeBinary(16)";
            case DATETIME -> "a timestamp in µs with a time zone";
            case LOCAL_DATETIME -> "a timestamp in µs without time zone";
            case DATE -> "Date32";
            case TIME -> "Time64 in µs";
            case BYTES -> "Binary";
        };
    }

    private static FraiseqlException wrong(String message) {
        return new FraiseqlException(VectorErrorCode.WRONG_SCHEMA, message);
    }
}
