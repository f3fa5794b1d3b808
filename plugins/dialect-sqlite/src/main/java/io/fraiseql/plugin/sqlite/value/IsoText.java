package io.fraiseql.plugin.sqlite.value;

import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Date-times and times as the text that columns store: ISO 8601 with microseconds where there are any. */
public final class IsoText {

    private static final long MICROS = 1_000_000L;
    private static final int NANOS_OF_MICRO = 1_000;
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss");
    private static final DateTimeFormatter MICROSECONDS = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS");
    private static final DateTimeFormatter TIME_SECONDS = DateTimeFormatter.ofPattern("HH:mm:ss");
    private static final DateTimeFormatter TIME_MICROSECONDS = DateTimeFormatter.ofPattern("HH:mm:ss.SSSSSS");

    private IsoText() {}

    /** A date-time with zone, in UTC. */
    public static String instant(long micros) {
        return local(micros) + "Z";
    }

    /** A date-time without zone. */
    public static String local(long micros) {
        long fraction = Math.floorMod(micros, MICROS);
        LocalDateTime time = LocalDateTime.ofEpochSecond(
                Math.floorDiv(micros, MICROS), (int) fraction * NANOS_OF_MICRO, ZoneOffset.UTC);
        return (fraction == 0 ? SECONDS : MICROSECONDS).format(time);
    }

    /** A time of day. */
    public static String time(long micros) {
        LocalTime time = LocalTime.ofNanoOfDay(micros * NANOS_OF_MICRO);
        return (time.getNano() == 0 ? TIME_SECONDS : TIME_MICROSECONDS).format(time);
    }
}
