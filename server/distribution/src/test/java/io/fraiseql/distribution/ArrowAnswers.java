package io.fraiseql.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fraiseql.spi.Nullable;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;
import java.util.Base64;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.apache.arrow.flight.FlightStream;
import org.apache.arrow.vector.BigIntVector;
import org.apache.arrow.vector.BitVector;
import org.apache.arrow.vector.DateDayVector;
import org.apache.arrow.vector.DecimalVector;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.FixedSizeBinaryVector;
import org.apache.arrow.vector.Float4Vector;
import org.apache.arrow.vector.Float8Vector;
import org.apache.arrow.vector.IntVector;
import org.apache.arrow.vector.TimeMicroVector;
import org.apache.arrow.vector.TimeStampMicroTZVector;
import org.apache.arrow.vector.TimeStampMicroVector;
import org.apache.arrow.vector.VarBinaryVector;
import org.apache.arrow.vector.VarCharVector;
import org.apache.arrow.vector.complex.ListVector;
import org.apache.arrow.vector.complex.StructVector;
import org.apache.arrow.vector.dictionary.DictionaryProvider;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.Field;
import org.apache.arrow.vector.types.pojo.FieldType;
import org.apache.arrow.vector.types.pojo.Schema;

/** Compares the rows of a stream with the JSON of the same operation. */
final class ArrowAnswers {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private ArrowAnswers() {}

    /** A schema whose enums are what vectors hold of them. */
    static Schema inMemory(Schema schema) {
        return new Schema(
                schema.getFields().stream().map(ArrowAnswers::inMemory).toList());
    }

    private static Field inMemory(Field field) {
        ArrowType type = field.getDictionary() == null ? field.getType() : new ArrowType.Int(32, true);
        return new Field(
                field.getName(),
                new FieldType(field.isNullable(), type, field.getDictionary(), field.getMetadata()),
                field.getChildren().stream().map(ArrowAnswers::inMemory).toList());
    }

    /** Fails where a row or a value differs. */
    static void compare(String document, JsonNode expected, FlightStream stream) {
        Place top = new Place(null, document);
        Iterator<JsonNode> rows = expected.elements();
        int count = 0;
        while (stream.next()) {
            for (int i = 0; i < stream.getRoot().getRowCount(); i++) {
                Place place = top.at(count++);
                equal(place, "a row", rows.hasNext(), true);
                row(place, rows.next(), stream.getRoot().getFieldVectors(), i, stream.getDictionaryProvider());
            }
        }
        equal(top, "rows", count, expected.size());
    }

    private static void row(
            Place place, JsonNode expected, List<? extends FieldVector> vectors, int index, DictionaryProvider names) {
        Iterator<String> fields = expected.fieldNames();
        for (FieldVector vector : vectors) {
            equal(place, "name", vector.getName(), fields.hasNext() ? fields.next() : null);
            JsonNode value = expected.get(vector.getName());
            Place at = place.at(vector.getName());
            equal(at, "null", vector.isNull(index), value.isNull() && !isJson(vector, index));
            if (vector.isNull(index)) {
                equal(at, "nullable", vector.getField().isNullable(), true);
            } else if (vector instanceof StructVector struct) {
                row(at, value, struct.getChildrenFromFields(), index, names);
            } else if (vector instanceof ListVector list) {
                rows(at, value, list, index, names);
            } else {
                value(at, value, vector, index, names);
            }
        }
        equal(place, "further names", fields.hasNext(), false);
    }

    private static void rows(Place at, JsonNode expected, ListVector list, int index, DictionaryProvider names) {
        int first = list.getElementStartIndex(index);
        equal(at, "rows", list.getElementEndIndex(index) - first, expected.size());
        StructVector rows = (StructVector) list.getDataVector();
        for (int i = 0; i < expected.size(); i++) {
            equal(at.at(i), "null", rows.isNull(first + i), false);
            row(at.at(i), expected.get(i), rows.getChildrenFromFields(), first + i, names);
        }
    }

    /** A JSON null inside of a column is no SQL NULL. */
    private static boolean isJson(FieldVector vector, int index) {
        return vector instanceof VarCharVector texts
                && !texts.isNull(index)
                && texts.getObject(index).toString().equals("null");
    }

    private static void value(Place at, JsonNode json, FieldVector vector, int index, DictionaryProvider names) {
        String type = vector.getClass().getSimpleName();
        if (vector instanceof VarCharVector texts) {
            String text = texts.getObject(index).toString();
            equal(at, type, json.isTextual() ? text : tree(text), json.isTextual() ? json.textValue() : json);
        } else if (vector.getField().getDictionary() != null) {
            VarCharVector dictionary = (VarCharVector)
                    names.lookup(vector.getField().getDictionary().getId()).getVector();
            equal(
                    at,
                    type,
                    dictionary.getObject(((IntVector) vector).get(index)).toString(),
                    json.textValue());
        } else if (vector instanceof Float8Vector doubles) {
            equal(at, type, doubles.get(index), json.doubleValue());
        } else if (vector instanceof Float4Vector floats) {
            equal(at, type, floats.get(index), json.floatValue());
        } else {
            equal(at, type, raw(vector, index), expected(json, vector));
        }
    }

    /** Hundreds of thousands of values are compared: what describes them is made of those only that differ. */
    private static void equal(Place place, String what, @Nullable Object actual, @Nullable Object expected) {
        if (!Objects.equals(actual, expected)) {
            assertThat(actual).as("%s: %s", place, what).isEqualTo(expected);
        }
    }

    /** Where a value stands. */
    private record Place(@Nullable Place outer, Object step) {

        Place at(Object next) {
            return new Place(this, next);
        }

        @Override
        public String toString() {
            return outer == null ? step.toString() : outer + " " + step;
        }
    }

    private static Object raw(FieldVector vector, int index) {
        if (vector instanceof TimeStampMicroTZVector instants) {
            return instants.get(index);
        }
        if (vector instanceof TimeStampMicroVector times) {
            return times.get(index);
        }
        if (vector instanceof DateDayVector days) {
            return (long) days.get(index);
        }
        if (vector instanceof TimeMicroVector times) {
            return times.get(index);
        }
        return vector.getObject(index) instanceof byte[] bytes ? ByteBuffer.wrap(bytes) : vector.getObject(index);
    }

    private static Object expected(JsonNode json, FieldVector vector) {
        String text = json.asText();
        if (vector instanceof BitVector) {
            return json.booleanValue();
        } else if (vector instanceof IntVector) {
            return json.intValue();
        } else if (vector instanceof BigIntVector) {
            return Long.valueOf(text);
        } else if (vector instanceof DecimalVector decimals) {
            return new BigDecimal(text).setScale(decimals.getScale());
        } else if (vector instanceof TimeStampMicroTZVector) {
            return micros(Instant.parse(text));
        } else if (vector instanceof TimeStampMicroVector) {
            return micros(LocalDateTime.parse(text).toInstant(ZoneOffset.UTC));
        } else if (vector instanceof DateDayVector) {
            return LocalDate.parse(text).toEpochDay();
        } else if (vector instanceof TimeMicroVector) {
            return LocalTime.parse(text).getLong(ChronoField.MICRO_OF_DAY);
        } else if (vector instanceof FixedSizeBinaryVector) {
            UUID uuid = UUID.fromString(text);
            return ByteBuffer.allocate(16)
                    .putLong(uuid.getMostSignificantBits())
                    .putLong(uuid.getLeastSignificantBits())
                    .flip();
        } else if (vector instanceof VarBinaryVector) {
            return ByteBuffer.wrap(Base64.getDecoder().decode(text));
        }
        throw new AssertionError("no such vector is expected: " + vector.getField());
    }

    private static long micros(Instant instant) {
        return instant.getEpochSecond() * 1_000_000 + instant.getNano() / 1_000;
    }

    private static JsonNode tree(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (IOException e) {
            throw new AssertionError(text, e);
        }
    }
}
