package io.fraiseql.core.request;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fraiseql.core.error.CoreErrorCode;
import io.fraiseql.spi.error.FraiseqlException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestReaderTest {

    private static final String FULL =
            "{\"query\":\"{ é\\ud83d\\ude00 }\",\"operationName\":\"A\",\"variables\":{\"a\":1,"
                    + "\"b\":[1.50,null,true,99999999999999999999],\"c\":{\"d\":\"x\"}},\"extensions\":{\"trace\":{\"id\":1}}}";
    private final RequestReader reader = new RequestReader();

    @Test
    void aWholeRequest() {
        GraphQLRequest request = read(FULL);
        assertThat(request.document()).isEqualTo("{ é\ud83d\ude00 }");
        assertThat(request.operationName()).isEqualTo("A");
        assertThat(request.documentId()).isNull();
        assertThat(request.readOnly()).isFalse();
        assertThat(request.variables())
                .containsEntry("a", 1L)
                .containsEntry(
                        "b", Arrays.asList(new BigDecimal("1.50"), null, true, new BigInteger("99999999999999999999")))
                .containsEntry("c", Map.of("d", "x"));
    }

    @Test
    void nullsAndDocumentIds() {
        assertThat(read("{\"query\":\"{a}\",\"operationName\":null,\"variables\":null,\"extensions\":null}"))
                .isEqualTo(GraphQLRequest.of("{a}", null, Map.of()));
        String id = "0123456789abcdef".repeat(4);
        assertThat(read("{\"documentId\":\"sha256:" + id + "\"}").documentId()).isEqualTo(id);
        assertThat(read("{\"documentId\":\"" + id + "\"}").documentId()).isEqualTo(id);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[{\"query\":\"{a}\"}] | batches of requests are not supported",
                "\"x\" | must be a JSON object",
                "`` | must be a JSON object",
                "{} | has no \"query\"",
                "{\"query\":1} | \"query\" must be a string",
                "{\"query\":\"a\",\"query\":\"b\"} | \"query\" is given twice",
                "{\"query\":\"a\",\"vars\":{}} | \"vars\" is no key of a GraphQL request",
                "{\"query\":\"a\",\"vars\":1} | \"vars\" is no key",
                "{\"query\":\"a\",\"variables\":[]} | \"variables\" must be a JSON object or null",
                "{\"query\":\"a\",\"variables\":\"{}\"} | \"variables\" must be a JSON object or null",
                "{\"query\":\"a\",\"variables\":{},\"variables\":{}} | \"variables\" is given twice",
                "{\"query\":\"a\",\"variables\":{\"i\":{\"a\":1,\"a\":2}}} | variables.i.a is given twice",
                "{\"query\":\"a\",\"variables\":{\"i\":[\"\\u0000\"]}} | variables.i holds the character U+0000",
                "{\"query\":\"a\",\"variables\":{\"i\":\"\\ud800x\"}} | variables.i holds half of a surrogate pair",
                "{\"query\":\"\\udc00\"} | query holds half of a surrogate pair",
                "{\"query\":\"a\",\"extensions\":1} | \"extensions\" must be",
                "{\"query\":\"a\"} {} | something follows",
                "{\"query\":\"a\" | not valid JSON at byte 12",
                "{\"query\":\"a\",} | not valid JSON",
                "{\"documentId\":\"abc\"} | must be the sha256",
                "{\"query\":\"a\",\"variables\":{\"a\":NaN}} | not valid JSON"
            })
    void refusals(String body, String message) {
        refused(body.getBytes(UTF_8), message);
    }

    @Test
    void persistedQueriesAreNamedByTheirHash() {
        String hash = "0123456789abcdef".repeat(4);
        String extension = "\"extensions\":{\"persistedQuery\":{\"version\":1,\"sha256Hash\":\"" + hash + "\"}}";
        GraphQLRequest alone = read("{" + extension + "}");
        assertThat(alone.document()).isNull();
        assertThat(alone.persistedHash()).isEqualTo(hash);
        assertThat(alone.named()).isTrue();
        assertThat(read("{\"query\":\"{a}\"," + extension + "}").document()).isEqualTo("{a}");
        assertThat(read("{\"query\":\"{a}\",\"extensions\":{\"persistedQuery\":null}}")
                        .named())
                .isFalse();
        refused(
                ("{\"documentId\":\"" + hash + "\"," + extension + "}").getBytes(UTF_8),
                "both name a document; send one");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "7 | must be an object",
                "{} | send \"version\": 1",
                "{\"version\":2} | Unsupported persisted query version",
                "{\"version\":\"1\"} | Unsupported persisted query version",
                "{\"version\":1} | sha256Hash\" must be the sha256",
                "{\"version\":1,\"sha256Hash\":\"abc\"} | sha256Hash\" must be the sha256",
                "{\"version\":1,\"sha256Hash\":7} | sha256Hash\" must be the sha256",
                "{\"version\":1,\"hash\":7} | \"hash\" is no key of",
            })
    void wrongPersistedQueries(String extension, String message) {
        refused(("{\"query\":\"{a}\",\"extensions\":{\"persistedQuery\":" + extension + "}}").getBytes(UTF_8), message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "80",
                "c080",
                "c1bf",
                "e08080",
                "eda080",
                "edbfbf",
                "f0808080",
                "f4908080",
                "f8888080",
                "ff",
                "c3",
                "e282",
                "f09f98",
                "00"
            })
    void whatIsNotUtf8IsRefused(String hex) {
        byte[] bad = HexFormat.of().parseHex(hex);
        for (String prefix : List.of("{\"query\":\"", "{\"query\":\"0123456789")) {
            byte[] start = prefix.getBytes(UTF_8);
            byte[] body = Arrays.copyOf(start, start.length + bad.length);
            System.arraycopy(bad, 0, body, start.length, bad.length);
            refused(body, "not valid UTF-8 at byte " + start.length);
        }
    }

    @Property
    void validUtf8IsAccepted(@ForAll String text) {
        String clean = new String(text.getBytes(UTF_8), UTF_8).replaceAll("[\\p{Cntrl}\"\\\\]", "_");
        assertThat(read("{\"query\":\"" + clean + "\"}").document()).isEqualTo(clean);
    }

    @Test
    void bounds() {
        String deep = "[".repeat(65) + "]".repeat(65);
        refused(("{\"query\":\"a\",\"variables\":{\"a\":" + deep + "}}").getBytes(UTF_8), "nested more than 64 deep");
        refused(("{\"query\":\"a\",\"variables\":{\"a\":" + "9".repeat(2000) + "}}").getBytes(UTF_8), "too long");
        refused("{\"query\":\"a\",\"variables\":{\"a\":1e99999999999}}".getBytes(UTF_8), "variables.a holds a number");
        String allowed = "[".repeat(63) + "]".repeat(63);
        assertThat(read("{\"query\":\"a\",\"variables\":{\"a\":" + allowed + "}}")
                        .variables())
                .containsKey("a");
    }

    @Test
    void parametersOfAGet() {
        GraphQLRequest request = reader.readParameters(
                Map.of("query", List.of("{a}"), "variables", List.of("{\"a\":1}"), "extensions", List.of("{}")));
        assertThat(request).isEqualTo(new GraphQLRequest("{a}", null, null, null, Map.of("a", 1L), true));
        assertThatThrownBy(() -> reader.readParameters(Map.of("query", List.of("a", "b"))))
                .hasMessage("the parameter \"query\" must be given once");
        assertThatThrownBy(() -> reader.readParameters(Map.of("query", List.of("a"), "variables", List.of("{"))))
                .hasMessageContaining("the parameter \"variables\" is not valid JSON");
        assertThatThrownBy(() -> reader.readParameters(Map.of("query", List.of("a"), "variables", List.of(""))))
                .hasMessageContaining("\"variables\" must be a JSON object");
        assertThatThrownBy(() -> reader.readParameters(Map.of("query", List.of("a"), "x", List.of("b"))))
                .hasMessageContaining("\"x\" is no key");
        assertThatThrownBy(() -> reader.readParameters(Map.of("query", List.of("\ud800"))))
                .hasMessageContaining("surrogate");
    }

    @Property(tries = 20_000)
    void neverAnotherException(@ForAll long seed) {
        Random random = new Random(seed);
        byte[] body = FULL.getBytes(UTF_8);
        for (int i = random.nextInt(5); i >= 0; i--) {
            body[random.nextInt(body.length)] = (byte) random.nextInt(256);
        }
        int length = random.nextInt(8) == 0 ? random.nextInt(body.length) : body.length;
        if (random.nextInt(8) == 0) {
            random.nextBytes(body);
        }
        try {
            assertThat(reader.read(body, 0, length)).isNotNull();
        } catch (FraiseqlException e) {
            assertThat(e.code().type()).isEqualTo(CoreErrorCode.BAD_USER_INPUT.type());
        }
    }

    private GraphQLRequest read(String body) {
        byte[] framed = ("x" + body + "x").getBytes(UTF_8);
        return reader.read(framed, 1, framed.length - 2);
    }

    private void refused(byte[] body, String message) {
        assertThatThrownBy(() -> reader.read(body, 0, body.length))
                .isInstanceOfSatisfying(
                        FraiseqlException.class, e -> assertThat(e.code()).isEqualTo(CoreErrorCode.BAD_USER_INPUT))
                .hasMessageContaining(message);
    }
}
