package io.fraiseql.core.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fraiseql.core.error.CoreErrorCode;
import io.fraiseql.spi.error.FraiseqlException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.function.Consumer;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class Utf8BufferTimesTest {

    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss");
    private static final DateTimeFormatter MICROS = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS");
    private static final long FIRST = -62_135_596_800_000_000L;
    private static final long LAST = 253_402_300_799_999_999L;

    @Property
    void dateTimes(@ForAll @LongRange(min = FIRST, max = LAST) long micros) {
        String expected = text(micros);
        assertThat(Written.by(out -> out.localDateTime(micros))).isEqualTo("\"" + expected + "\"");
        assertThat(Written.by(out -> out.dateTime(micros))).isEqualTo("\"" + expected + "Z\"");
    }

    @Property
    void wholeSecondsHaveNoFraction(@ForAll int seconds) {
        long micros = seconds * 1_000_000L;
        assertThat(Written.by(out -> out.localDateTime(micros))).isEqualTo("\"" + text(micros) + "\"");
    }

    @Test
    void everyDateFromYear1To9999() {
        Utf8Buffer out = new Utf8Buffer(16);
        for (long day = CivilDate.FIRST_DAY; day <= CivilDate.LAST_DAY; day += day % 1000 == 0 ? 1 : 7) {
            out.clear();
            out.date(day);
            assertThat(new String(out.array(), 1, out.length() - 2, java.nio.charset.StandardCharsets.US_ASCII))
                    .isEqualTo(LocalDate.ofEpochDay(day).toString());
        }
    }

    @Property
    void dates(@ForAll @IntRange(min = CivilDate.FIRST_DAY, max = CivilDate.LAST_DAY) int day) {
        assertThat(Written.by(out -> out.date(day))).isEqualTo("\"" + LocalDate.ofEpochDay(day) + "\"");
    }

    @Property
    void times(@ForAll @LongRange(min = 0, max = 86_399_999_999L) long micros) {
        LocalTime time = LocalTime.ofNanoOfDay(micros * 1000);
        DateTimeFormatter form = DateTimeFormatter.ofPattern(micros % 1_000_000 == 0 ? "HH:mm:ss" : "HH:mm:ss.SSSSSS");
        assertThat(Written.by(out -> out.time(micros))).isEqualTo("\"" + form.format(time) + "\"");
    }

    @Test
    void edges() {
        assertThat(Written.by(out -> out.dateTime(FIRST))).isEqualTo("\"0001-01-01T00:00:00Z\"");
        assertThat(Written.by(out -> out.dateTime(LAST))).isEqualTo("\"9999-12-31T23:59:59.999999Z\"");
        assertThat(Written.by(out -> out.dateTime(-1))).isEqualTo("\"1969-12-31T23:59:59.999999Z\"");
        assertThat(Written.by(out -> out.time(1))).isEqualTo("\"00:00:00.000001\"");
    }

    @Test
    void outsideYears1To9999IsAnError() {
        refused(out -> out.dateTime(FIRST - 1));
        refused(out -> out.localDateTime(LAST + 1));
        refused(out -> out.dateTime(Long.MIN_VALUE));
        refused(out -> out.dateTime(Long.MAX_VALUE));
        refused(out -> out.date(CivilDate.FIRST_DAY - 1L));
        refused(out -> out.date(CivilDate.LAST_DAY + 1L));
        refused(out -> out.date(Long.MAX_VALUE));
        refused(out -> out.time(-1));
        refused(out -> out.time(86_400_000_000L));
    }

    private static void refused(Consumer<Utf8Buffer> writer) {
        assertThatThrownBy(() -> Written.by(writer))
                .isInstanceOfSatisfying(
                        FraiseqlException.class, e -> assertThat(e.code()).isEqualTo(CoreErrorCode.INTERNAL));
    }

    private static String text(long micros) {
        LocalDateTime value = LocalDateTime.ofEpochSecond(
                Math.floorDiv(micros, 1_000_000L), (int) Math.floorMod(micros, 1_000_000L) * 1000, ZoneOffset.UTC);
        return (micros % 1_000_000 == 0 ? SECONDS : MICROS).format(value);
    }
}
