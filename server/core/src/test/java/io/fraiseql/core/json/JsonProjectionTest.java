package io.fraiseql.core.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fraiseql.core.error.CoreErrorCode;
import io.fraiseql.spi.database.ColumnType;
import io.fraiseql.spi.error.FraiseqlException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonProjectionTest {

    private static final Projection TEXT = new ProjectedScalar(ColumnType.TEXT);
    private static final Projection INT = new ProjectedScalar(ColumnType.INT);
    private static final Projection ADDRESS = new ProjectedObject(List.of(
            ProjectedField.constant("\"kind\":".getBytes(UTF_8), "\"Address\"".getBytes(UTF_8)),
            field("town", "city", true, TEXT)));
    private static final Projection PERSON = new ProjectedObject(List.of(
            field("name", "name", false, TEXT),
            field("again", "name", false, TEXT),
            field("age", "age", true, INT),
            field("home", "address", true, ADDRESS),
            field("tags", "tags", true, new ProjectedList(true, TEXT)),
            field("homes", "homes", true, new ProjectedList(false, ADDRESS))));

    @Test
    void theSelectionsOrderWinsAndTheRestIsLeftOut() {
        String document = " {\"age\" : 7, \"skip\":{\"name\":\"no\",\"x\":[1,{}]}, \"tags\":[\"a\", null ,\"b\\n\"],"
                + "\"address\":{\"zip\":1,\"city\":\"Köln\"},\"homes\":[ {} , {\"city\":\"Lyon\"}], \"name\":\"Ann\"} ";
        assertThat(write(PERSON, document))
                .isEqualTo(
                        "{\"name\":\"Ann\",\"again\":\"Ann\",\"age\":7,\"home\":{\"kind\":\"Address\",\"town\":\"Köln\"},"
                                + "\"tags\":[\"a\",null,\"b\\n\"],\"homes\":[{\"kind\":\"Address\",\"town\":null},"
                                + "{\"kind\":\"Address\",\"town\":\"Lyon\"}]}");
    }

    @Test
    void aMissingKeyIsNullAndTheLastOfARepeatedKeyCounts() {
        assertThat(write(PERSON, "{\"name\":\"x\",\"n\\u0061me\":\"y\",\"tags\":[],\"age\":null}"))
                .isEqualTo("{\"name\":\"y\",\"again\":\"y\",\"age\":null,\"home\":null,\"tags\":[],\"homes\":null}");
    }

    @Test
    void enumsHaveTheirNamesNotTheStoredTexts() {
        Projection mood = new ProjectedEnum(
                "Mood",
                List.of("very happy".getBytes(UTF_8), "é".getBytes(UTF_8)),
                List.of("\"very_happy\"".getBytes(UTF_8), "\"e\"".getBytes(UTF_8)));
        Projection moods = new ProjectedList(true, mood);
        assertThat(write(moods, "[\"very happy\", null, \"\\u00e9\"]")).isEqualTo("[\"very_happy\",null,\"e\"]");
        for (String wrong : List.of("[\"very_happy\"]", "[1]", "[\"\"]")) {
            assertThatThrownBy(() -> write(moods, wrong)).isInstanceOf(FraiseqlException.class);
        }
    }

    @Test
    void theNullDocumentIsReported() {
        Utf8Buffer out = new Utf8Buffer(8);
        byte[] document = " null ".getBytes(UTF_8);
        assertThat(new JsonProjection(PERSON).write(document, 0, document.length, out))
                .isFalse();
        assertThat(new String(out.array(), 0, out.length(), UTF_8)).isEqualTo("null");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | has no value in \"name\"",
                "{\"name\":null} | has no value in \"name\"",
                "{\"name\":true} | hold a String in \"name\"",
                "{\"name\":\"a\",\"age\":1.5} | hold an Int of 32 bits in \"age\"",
                "{\"name\":\"a\",\"age\":2147483648} | hold an Int of 32 bits in \"age\"",
                "{\"name\":\"a\",\"age\":\"1\"} | hold an Int of 32 bits in \"age\"",
                "{\"name\":\"a\",\"address\":[]} | hold an object in \"address\"",
                "{\"name\":\"a\",\"tags\":{}} | hold a list in \"tags\"",
                "{\"name\":\"a\",\"homes\":[null]} | has no value in \"homes\"",
                "[] | hold an object in \"the whole document\""
            })
    void whatDoesNotFitNamesTheKey(String document, String message) {
        assertThatThrownBy(() -> write(PERSON, document))
                .isInstanceOfSatisfying(
                        FraiseqlException.class, e -> assertThat(e.code()).isEqualTo(CoreErrorCode.INTERNAL))
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "{\"name\"",
                "{\"name\":",
                "{\"name\":\"a\"",
                "{\"name\":\"a\",",
                "{\"name\":\"a\",}",
                "{\"name\":\"a\"}x",
                "nul",
                "nulll",
                "{\"name\":\"a\",\"z\":nul}",
                "{\"name\":\"a\",\"z\":01}",
                "{\"name\":\"a\",\"z\":1.}",
                "{\"name\":\"a\",\"z\":\"\\x\"}",
                "{\"name\":\"a\",\"z\":\"\\u12g4\"}",
                "{\"name\":\"a\",\"z\":[1 2]}",
                "{name:1}",
                "{\"name\":\"a\",\"z\":-}",
                "{\"name\":\"\u0001\"}"
            })
    void whatIsNoJsonIsAnError(String document) {
        assertThatThrownBy(() -> write(PERSON, document))
                .isInstanceOf(FraiseqlException.class)
                .hasMessageStartingWith("a document read from the database");
    }

    @Test
    void deepNestingIsAnErrorAndNoStackOverflow() {
        String deep = "{\"name\":\"a\",\"z\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}";
        assertThatThrownBy(() -> write(PERSON, deep))
                .isInstanceOf(FraiseqlException.class)
                .hasMessageContaining("deep");
    }

    private static ProjectedField field(String responseKey, String documentKey, boolean nullable, Projection value) {
        return ProjectedField.of(("\"" + responseKey + "\":").getBytes(UTF_8), documentKey, nullable, value);
    }

    static String write(Projection projection, String document) {
        byte[] framed = ("x" + document + "\"x").getBytes(UTF_8);
        return Written.by(out -> new JsonProjection(projection).write(framed, 1, framed.length - 3, out));
    }
}
