package io.fraiseql.core.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fraiseql.core.error.CoreErrorCode;
import io.fraiseql.spi.error.FraiseqlException;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class Utf8BufferLimitTest {

    private static final byte[] TEXT = new byte[50];

    @Test
    void exactlyTheLimitFits() {
        Utf8Buffer out = new Utf8Buffer(1, 12);
        out.date(0);
        assertThat(out.length()).isEqualTo(12);
        out.clear();
        out.number(7);
        out.write(TEXT, 0, 11);
        assertThat(out.length()).isEqualTo(12);
    }

    @Test
    void everyWriterStopsAtTheLimit() {
        List<Consumer<Utf8Buffer>> writers = List.of(
                out -> out.write((byte) 1),
                out -> out.write(TEXT, 0, 2),
                out -> out.write(TEXT),
                out -> out.nul(),
                out -> out.bool(true),
                out -> out.number(1),
                out -> out.number(1.0),
                out -> out.number(0.1f),
                out -> out.string("a"),
                out -> out.string("\"\n"),
                out -> out.quotedAscii(TEXT, 0, 3),
                out -> out.uuid(1, 2),
                out -> out.base64(TEXT, 0, 50),
                out -> out.dateTime(0),
                out -> out.date(0),
                out -> out.time(0),
                out -> out.duration(new IsoDuration(0, 0, 0)));
        for (Consumer<Utf8Buffer> writer : writers) {
            Utf8Buffer out = new Utf8Buffer(1, 5);
            out.write(TEXT, 0, 5);
            assertThatThrownBy(() -> writer.accept(out))
                    .isInstanceOfSatisfying(FraiseqlException.class, e -> assertThat(e.code())
                            .isEqualTo(CoreErrorCode.QUERY_TOO_COMPLEX))
                    .hasMessageStartingWith("the answer is larger than graphql.maxResponseBytes (5 bytes)");
            assertThat(out.length()).isEqualTo(5);
        }
    }

    @Test
    void aValueFarAboveTheLimitIsNotAllocated() {
        Utf8Buffer out = new Utf8Buffer(16, 1000);
        assertThatThrownBy(() -> out.write(new byte[1_000_000])).isInstanceOf(FraiseqlException.class);
        assertThat(out.array().length).isLessThan(1100);
    }
}
