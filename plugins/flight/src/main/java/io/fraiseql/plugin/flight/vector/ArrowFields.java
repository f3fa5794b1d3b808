package io.fraiseql.plugin.flight.vector;

import io.fraiseql.spi.query.RowField;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.arrow.vector.types.DateUnit;
import org.apache.arrow.vector.types.FloatingPointPrecision;
import org.apache.arrow.vector.types.TimeUnit;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.DictionaryEncoding;
import org.apache.arrow.vector.types.pojo.Field;
import org.apache.arrow.vector.types.pojo.FieldType;
import org.apache.arrow.vector.types.pojo.Schema;

/** What each member of a row is in Arrow. Immutable. */
public final class ArrowFields {

    static final int INDEX_BITS = 32;
    private static final int UUID_BYTES = 16;
    /** What Arrow's other libraries call the rows of a list. */
    private static final String ELEMENT = "item";

    private static final int MOST_DIGITS = 38;
    private static final int DECIMAL_BITS = 128;

    /** The canonical extension type; Arrow's Java library does not have it. */
    static final Map<String, String> UUID_EXTENSION =
            Map.of("ARROW:extension:name", "arrow.uuid", "ARROW:extension:metadata", "");

    private final boolean uuidText;

    /** @param uuidText whether UUIDs are text */
    public ArrowFields(boolean uuidText) {
        this.uuidText = uuidText;
    }

    /** The schema as clients see it, in which an enum is text with a dictionary. */
    public Schema schema(List<RowField> fields) {
        return new Schema(new Numbering(true).fields(fields));
    }

    /** The fields of vectors, in which an enum is an index into its dictionary. Dictionaries have the same ids as in {@link #schema}. */
    List<Field> vectors(List<RowField> fields) {
        return new Numbering(false).fields(fields);
    }

    /** A decimal whose declared form Arrow's 128 bits can hold keeps it; any other is text, as in JSON. */
    private static ArrowType decimal(RowField field) {
        Integer precision = field.precision();
        Integer scale = field.scale();
        if (precision == null || scale == null) {
            return ArrowType.Utf8.INSTANCE;
        }
        boolean fits = precision >= 1 && precision <= MOST_DIGITS && scale >= 0 && scale <= precision;
        return fits ? new ArrowType.Decimal(precision, scale, DECIMAL_BITS) : ArrowType.Utf8.INSTANCE;
    }

    private ArrowType type(RowField field) {
        return switch (field.type()) {
            case BOOLEAN -> ArrowType.Bool.INSTANCE;
            case INT -> new ArrowType.Int(32, true);
            case BIGINT -> new ArrowType.Int(64, true);
            case FLOAT32 -> new ArrowType.FloatingPoint(FloatingPointPrecision.SINGLE);
            case FLOAT -> new ArrowType.FloatingPoint(FloatingPointPrecision.DOUBLE);
            case DECIMAL -> decimal(field);
            case TEXT, DURATION, JSON -> ArrowType.Utf8.INSTANCE;
            case UUID -> uuidText ? ArrowType.Utf8.INSTANCE : new ArrowType.FixedSizeBinary(UUID_BYTES);
            case DATETIME -> new ArrowType.Timestamp(TimeUnit.MICROSECOND, "UTC");
            case LOCAL_DATETIME -> new ArrowType.Timestamp(TimeUnit.MICROSECOND, null);
            case DATE -> new ArrowType.Date(DateUnit.DAY);
            case TIME -> new ArrowType.Time(TimeUnit.MICROSECOND, 64);
            case BYTES -> ArrowType.Binary.INSTANCE;
        };
    }

    /** Gives the dictionaries their ids, in the order of the fields. */
    private final class Numbering {

        private final boolean message;
        private long dictionaries;

        /** @param message whether an enum is what it is in a message */
        Numbering(boolean message) {
            this.message = message;
        }

        List<Field> fields(List<RowField> rows) {
            List<Field> result = new ArrayList<>();
            rows.forEach(row -> result.add(field(row)));
            return result;
        }

        private Field struct(String name, RowField row) {
            return new Field(
                    name, new FieldType(row.nullable(), ArrowType.Struct.INSTANCE, null), fields(row.fields()));
        }

        private Field field(RowField row) {
            return switch (row.kind()) {
                case OBJECT, SINGLE -> struct(row.name(), row);
                case LIST ->
                    new Field(
                            row.name(),
                            new FieldType(row.nullable(), ArrowType.List.INSTANCE, null),
                            List.of(struct(ELEMENT, row)));
                case ENUM -> {
                    ArrowType index = new ArrowType.Int(INDEX_BITS, true);
                    DictionaryEncoding encoding = new DictionaryEncoding(dictionaries++, false, null);
                    ArrowType type = message ? ArrowType.Utf8.INSTANCE : index;
                    yield new Field(row.name(), new FieldType(row.nullable(), type, encoding), null);
                }
                case VALUE -> {
                    ArrowType type = type(row);
                    Map<String, String> metadata =
                            type instanceof ArrowType.FixedSizeBinary ? UUID_EXTENSION : Map.of();
                    yield new Field(row.name(), new FieldType(row.nullable(), type, null, metadata), null);
                }
            };
        }
    }
}
