package io.fraiseql.core.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fraiseql.core.json.CsvColumn.Kind;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CsvWriterTest {

    private static final CsvWriter ONE = new CsvWriter(List.of(value("a")));
    private static final CsvWriter NESTED = new CsvWriter(
            List.of(value("id"), object("to", value("x"), object("far", value("y"), json("z"))), json("list")));

    @Test
    void namesAreJoinedByDots() {
        Utf8Buffer out = new Utf8Buffer(10);
        NESTED.header(out);
        assertThat(text(out)).isEqualTo("id,to.x,to.far.y,to.far.z,list\r\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"id\":1,\"to\":{\"x\":true,\"far\":{\"y\":1.50,\"z\":{\"k\":1}}},\"list\":[1,2]} | 1,true,1.50,\"{\"\"k\"\":1}\",\"[1,2]\"",
                "{\"id\":1,\"to\":{\"x\":\"v\",\"far\":null},\"list\":[]} | 1,v,,,[]",
                "{\"id\":1,\"to\":null,\"list\":null} | 1,,,,",
                "{\"list\":[{\"a\":\"b\"}],\"to\":{\"far\":{\"z\":\"s\",\"y\":\"\"},\"x\":2},\"id\":null} | ,2,\"\",\"\"\"s\"\"\",\"[{\"\"a\"\":\"\"b\"\"}]\"",
                "{} | ,,,,",
            })
    void objectsAreTakenApartAndTheRestIsJson(String json, String line) {
        assertThat(row(NESTED, json)).isEqualTo(line + "\r\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"plain\" | plain",
                "\"\" | \"\"",
                "null | ``",
                "\"a,b\" | \"a,b\"",
                "\"say \\\"x\\\"\" | \"say \"\"x\"\"\"",
                "\"back\\\\slash \\/ solidus\" | back\\slash / solidus",
                "\" edge\" | \" edge\"",
                "\"\\u00e9\\u0041\" | éA",
                "\"\\ud83d\\ude00\" | 😀",
                "\"\\ud83dx\" | \ufffdx",
                "\"é😀\" | é😀",
                "\"=1+1\" | =1+1",
                "-12 | -12",
            })
    void texts(String json, String field) {
        assertThat(row(ONE, "{\"a\":" + json + "}")).isEqualTo(field + "\r\n");
    }

    @Test
    void linesInsideFieldsAreQuoted() {
        assertThat(row(ONE, "{\"a\":\"1\\n2\\r\\t\\b\\f\"}")).isEqualTo("\"1\n2\r\t\b\f\"\r\n");
    }

    @Test
    void oneRowDoesNotLeakIntoTheNext() {
        row(NESTED, "{\"id\":1,\"to\":{\"x\":\"v\",\"far\":null},\"list\":[]}");
        assertThat(row(NESTED, "{\"id\":2,\"to\":null,\"list\":null}")).isEqualTo("2,,,,\r\n");
    }

    @Test
    void aMemberWithoutAColumnIsABug() {
        assertThatThrownBy(() -> row(ONE, "{\"b\":1}")).isInstanceOf(IllegalStateException.class);
    }

    private static String row(CsvWriter writer, String json) {
        byte[] bytes = ("x" + json + "x").getBytes(StandardCharsets.UTF_8);
        Utf8Buffer out = new Utf8Buffer(10);
        writer.row(bytes, 1, bytes.length - 1, out);
        return text(out);
    }

    private static String text(Utf8Buffer out) {
        return new String(out.array(), 0, out.length(), StandardCharsets.UTF_8);
    }

    private static CsvColumn value(String key) {
        return new CsvColumn(key, Kind.VALUE, List.of());
    }

    private static CsvColumn json(String key) {
        return new CsvColumn(key, Kind.JSON, List.of());
    }

    private static CsvColumn object(String key, CsvColumn... members) {
        return new CsvColumn(key, Kind.OBJECT, List.of(members));
    }
}
