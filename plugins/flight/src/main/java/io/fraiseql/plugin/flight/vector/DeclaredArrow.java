package io.fraiseql.plugin.flight.vector;

import io.fraiseql.spi.columnar.DeclaredField;
import io.fraiseql.spi.columnar.DeclaredSchema;
import io.fraiseql.spi.columnar.DeclaredType;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.arrow.vector.types.DateUnit;
import org.apache.arrow.vector.types.FloatingPointPrecision;
import org.apache.arrow.vector.types.TimeUnit;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.Field;
import org.apache.arrow.vector.types.pojo.FieldType;
import org.apache.arrow.vector.types.pojo.Schema;

/** What declared schemas are in Arrow; what Arrow has no place for is metadata. */
public final class DeclaredArrow {

    private DeclaredArrow() {}

    public static Schema schema(DeclaredSchema declared) {
        Map<String, String> metadata = new TreeMap<>(declared.metadata());
        metadata.put("name", declared.qualifiedName());
        metadata.put("version", String.valueOf(declared.version()));
        if (declared.description() != null) {
            metadata.put("description", declared.description());
        }
        return new Schema(fields(declared.fields()), metadata);
    }

    private static List<Field> fields(List<DeclaredField> fields) {
        return fields.stream().map(DeclaredArrow::field).toList();
    }

    private static Field field(DeclaredField field) {
        Map<String, String> metadata = new TreeMap<>();
        if (field.type().kind() == DeclaredType.Kind.UUID) {
            metadata.putAll(ArrowFields.UUID_EXTENSION);
        }
        if (field.doc() != null) {
            metadata.put("doc", field.doc());
        }
        if (field.defaultValue() != null) {
            metadata.put("default", field.defaultValue());
        }
        FieldType type = new FieldType(field.nullable(), type(field.type()), null, metadata);
        List<Field> children = fields(field.type().fields());
        return new Field(
                field.name(),
                type,
                field.type().kind() == DeclaredType.Kind.MAP
                        ? List.of(new Field("entries", FieldType.notNullable(ArrowType.Struct.INSTANCE), children))
                        : children);
    }

    private static ArrowType type(DeclaredType type) {
        return switch (type.kind()) {
            case STRING -> ArrowType.Utf8.INSTANCE;
            case INT8 -> new ArrowType.Int(8, true);
            case INT16 -> new ArrowType.Int(16, true);
            case INT32 -> new ArrowType.Int(32, true);
            case INT64 -> new ArrowType.Int(64, true);
            case UINT8 -> new ArrowType.Int(8, false);
            case UINT16 -> new ArrowType.Int(16, false);
            case UINT32 -> new ArrowType.Int(32, false);
            case UINT64 -> new ArrowType.Int(64, false);
            case FLOAT32 -> new ArrowType.FloatingPoint(FloatingPointPrecision.SINGLE);
            case FLOAT64 -> new ArrowType.FloatingPoint(FloatingPointPrecision.DOUBLE);
            case BOOL -> ArrowType.Bool.INSTANCE;
            case DECIMAL -> new ArrowType.Decimal(type.precision(), type.scale(), 128);
            case DATE -> new ArrowType.Date(DateUnit.DAY);
            case TIME_US -> new ArrowType.Time(TimeUnit.MICROSECOND, 64);
            case TIMESTAMP_S -> new ArrowType.Timestamp(TimeUnit.SECOND, type.timezone());
            case TIMESTAMP_MS -> new ArrowType.Timestamp(TimeUnit.MILLISECOND, type.timezone());
            case TIMESTAMP_US -> new ArrowType.Timestamp(TimeUnit.MICROSECOND, type.timezone());
            case TIMESTAMP_NS -> new ArrowType.Timestamp(TimeUnit.NANOSECOND, type.timezone());
            case BINARY -> ArrowType.Binary.INSTANCE;
            case UUID -> new ArrowType.FixedSizeBinary(16);
            case LIST -> ArrowType.List.INSTANCE;
            case STRUCT -> ArrowType.Struct.INSTANCE;
            case MAP -> new ArrowType.Map(false);
        };
    }
}
