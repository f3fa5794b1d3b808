package io.fraiseql.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
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
        Iterator<JsonNode> rows = expected.elements();
        int count = 0;
        while (stream.next()) {
            for (int i = 0; i < stream.getRoot().getRowCount(); i++) {
                assertThat(rows.hasNext())
                        .as("%s has row %d over HTTP", document, count)
                        .isTrue();
                String place = document + " row " + count++;
                row(place, rows.next(), stream.getRoot().getFieldVectors(), i, stream.getDictionaryProvider());
            }
        }
        assertThat(count).as(document).isEqualTo(expected.size());
    }

    private static void row(
            String place, JsonNode expected, List<? extends FieldVector> vectors, int index, DictionaryProvider names) {
        assertThat(expected.fieldNames())
                .toIterable()
                .as(place)
                .containsExactlyElementsOf(
                        vectors.stream().map(FieldVector::getName).toList());
        for (FieldVector vector : vectors) {
            JsonNode value = expected.get(vector.getName());
            String at = place + " " + vector.getName() + " " + vector.getField();
            assertThat(vector.isNull(index)).as(at).isEqualTo(value.isNull() && !isJson(vector, index));
            if (vector.isNull(index)) {
                assertThat(vector.getField().isNullable()).as(at).isTrue();
            } else if (vector instanceof StructVector struct) {
                row(at, value, struct.getChildrenFromFields(), index, names);
            } else if (vector instanceof ListVector list) {
                int first = list.getElementStartIndex(index);
                assertThat(list.getElementEndIndex(index) - first).as(at).isEqualTo(value.size());
                StructVector rows = (StructVector) list.getDataVector();
                for (int i = 0; i < value.size(); i++) {
                    assertThat(rows.isNull(first + i)).as(at).isFalse();
                    row(at + " " + i, value.get(i), rows.getChildrenFromFields(), first + i, names);
                }
            } else {
                value(at, value, vector, index, names);
            }
        }
    }

    /** A JSON null inside of a column is no SQL NULL. */
    private static boolean isJson(FieldVector vector, int index) {
        return vector instanceof VarCharVector texts
                && !texts.isNull(index)
                && texts.getObject(index).toString().equals("null");
    }

    private static void value(String at, JsonNode json, FieldVector vector, int index, DictionaryProvider names) {
        if (vector instanceof VarCharVector texts) {
            String text = texts.getObject(index).toString();
            assertThat(json.isTextual() ? json.textValue() : json)
                    .as(at)
                    .isEqualTo(json.isTextual() ? text : tree(text));
        } else if (vector.getField().getDictionary() != null) {
            VarCharVector dictionary = (VarCharVector)
                    names.lookup(vector.getField().getDictionary().getId()).getVector();
            assertThat(dictionary.getObject(((IntVector) vector).get(index)))
                    .as(at)
                    .hasToString(json.textValue());
        } else if (vector instanceof Float8Vector doubles) {
            assertThat(doubles.get(index)).as(at).isEqualTo(json.doubleValue());
        } else if (vector instanceof Float4Vector floats) {
            assertThat(floats.get(index)).as(at).isEqualTo(json.floatValue());
        } else {
            assertThat(vector.getObject(index) instanceof byte[] bytes ? ByteBuffer.wrap(bytes) : raw(vector, index))
                    .as(at)
                    .isEqualTo(expected(json, vector));
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
        return vector instanceof TimeMicroVector times ? (Object) times.get(index) : vector.getObject(index);
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
