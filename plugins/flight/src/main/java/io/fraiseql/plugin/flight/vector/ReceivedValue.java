package io.fraiseql.plugin.flight.vector;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.UUID;
import org.apache.arrow.vector.DateDayVector;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.TimeMicroVector;
import org.apache.arrow.vector.TimeStampVector;
import org.apache.arrow.vector.types.pojo.ArrowType;

/** Reads a value that is not null as JSON has it, as {@link io.fraiseql.spi.upload.UploadBatch} says. */
interface ReceivedValue {

    /** @throws IllegalArgumentException for what JSON does not have */
    Object of(FieldVector vector, int row);

    static ReceivedValue of(ArrowType type) {
        return switch (type.getTypeID()) {
            case Int -> (vector, row) -> ((Number) vector.getObject(row)).longValue();
            case FloatingPoint -> (vector, row) -> number((Number) vector.getObject(row));
            case Bool, Decimal -> FieldVector::getObject;
            case Utf8, LargeUtf8 -> (vector, row) -> vector.getObject(row).toString();
            case Timestamp -> timestamp((ArrowType.Timestamp) type);
            case Date ->
                (vector, row) ->
                        LocalDate.ofEpochDay(((DateDayVector) vector).get(row)).toString();
            case Time -> (vector, row) -> time(((TimeMicroVector) vector).get(row));
            case FixedSizeBinary -> (vector, row) -> uuid((byte[]) vector.getObject(row));
            case Binary, LargeBinary ->
                (vector, row) -> Base64.getEncoder().encodeToString((byte[]) vector.getObject(row));
            default -> throw new IllegalStateException("no field takes " + type);
        };
    }

    /** The digits that tell it from its neighbours of the same width. */
    private static BigDecimal number(Number number) {
        if (!Double.isFinite(number.doubleValue())) {
            throw new IllegalArgumentException(number + " is no number that can be stored");
        }
        return new BigDecimal(number.toString());
    }

    private static ReceivedValue timestamp(ArrowType.Timestamp type) {
        ChronoUnit unit =
                switch (type.getUnit()) {
                    case SECOND -> ChronoUnit.SECONDS;
                    case MILLISECOND -> ChronoUnit.MILLIS;
                    case MICROSECOND -> ChronoUnit.MICROS;
                    case NANOSECOND -> ChronoUnit.NANOS;
                };
        boolean zoned = type.getTimezone() != null;
        return (vector, row) -> {
            Instant instant = Instant.EPOCH.plus(((TimeStampVector) vector).get(row), unit);
            return zoned
                    ? instant.toString()
                    : DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(LocalDateTime.ofInstant(instant, ZoneOffset.UTC));
        };
    }

    private static String time(long micros) {
        if (micros < 0 || micros >= ChronoUnit.DAYS.getDuration().toNanos() / 1_000) {
            throw new IllegalArgumentException(micros + " µs is no time of day");
        }
        return DateTimeFormatter.ISO_LOCAL_TIME.format(LocalTime.ofNanoOfDay(micros * 1_000));
    }

    private static String uuid(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        return new UUID(buffer.getLong(), buffer.getLong()).toString();
    }
}
