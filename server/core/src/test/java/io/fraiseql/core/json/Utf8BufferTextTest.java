package io.fraiseql.core.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class Utf8BufferTextTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(40),
                Arbitraries.strings()
                        .withChars("abcdefgh\"\\\n\u0000\u001f\u0020\u007fé€")
                        .ofMaxLength(40));
    }

    @Property
    void stringsReadBack(@ForAll("texts") String text) throws JsonProcessingException {
        byte[] utf8 = JsonStrings.encode(text);
        String expected = new String(utf8, StandardCharsets.UTF_8);
        byte[] framed = new byte[utf8.length + 2];
        System.arraycopy(utf8, 0, framed, 1, utf8.length);
        String json = Written.by(out -> out.string(framed, 1, utf8.length));
        assertThat(MAPPER.readValue(json, String.class)).isEqualTo(expected);
        assertThat(Written.by(out -> out.string(text))).isEqualTo(json);
    }

    @Property
    void escapesAreThoseOfJackson(@ForAll("texts") String text) throws JsonProcessingException {
        String repaired = new String(JsonStrings.encode(text), StandardCharsets.UTF_8);
        assertThat(Written.by(out -> out.string(text))).isEqualToIgnoringCase(MAPPER.writeValueAsString(repaired));
    }

    @Test
    void loneSurrogatesAreReplacedAndPairsKept() {
        assertThat(Written.by(out -> out.string("a\ud800b\udc00\ud83d\ude00")))
                .isEqualTo("\"a\ufffdb\ufffd\ud83d\ude00\"");
    }

    @Property
    void uuids(@ForAll long high, @ForAll long low) {
        assertThat(Written.by(out -> out.uuid(high, low))).isEqualTo("\"" + new UUID(high, low) + "\"");
    }

    @Property
    void base64(@ForAll byte[] value) {
        byte[] framed = new byte[value.length + 3];
        System.arraycopy(value, 0, framed, 2, value.length);
        assertThat(Written.by(out -> out.base64(framed, 2, value.length)))
                .isEqualTo("\"" + Base64.getEncoder().encodeToString(value) + "\"");
    }

    @Test
    void constantsAndPlainAscii() {
        byte[] decimal = "x19.90".getBytes(StandardCharsets.US_ASCII);
        assertThat(Written.by(out -> {
                    out.bool(true);
                    out.bool(false);
                    out.nul();
                    out.quotedAscii(decimal, 1, 5);
                }))
                .isEqualTo("truefalsenull\"19.90\"");
    }
}
