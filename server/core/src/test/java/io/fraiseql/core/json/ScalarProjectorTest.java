package io.fraiseql.core.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fraiseql.spi.database.ColumnType;
import io.fraiseql.spi.error.FraiseqlException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScalarProjectorTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "BIGINT|9223372036854775807|\"9223372036854775807\"",
                "BIGINT|\"-9223372036854775808\"|\"-9223372036854775808\"",
                "BIGINT|1e3|\"1000\"",
                "INT|-2147483648|-2147483648",
                "INT|5.0|5",
                "INT|-0|0",
                "DECIMAL|19.90|\"19.90\"",
                "DECIMAL|\"0019.9\"|\"19.9\"",
                "DECIMAL|1.5e3|\"1500\"",
                "DECIMAL|\"-1E-3\"|\"-0.001\"",
                "DECIMAL|123456789012345678901234567890.10|\"123456789012345678901234567890.10\"",
                "FLOAT|1|1.0",
                "FLOAT|-0.0|0.0",
                "FLOAT|1.10|1.1",
                "FLOAT32|0.1|0.1",
                "FLOAT|1e300|1.0E300",
                "BOOLEAN|true|true",
                "BOOLEAN|0|false",
                "BOOLEAN|1|true",
                "TEXT|1.50|\"1.50\"",
                "TEXT|\"a\\/b\\u00e9\\ud800\"|\"a/bé\ufffd\"",
                "TEXT|\"\\ud83d\\ude00\\n\"|\"\ud83d\ude00\\n\"",
                "TEXT|\"\\u0000\"|\"\\u0000\"",
                "UUID|\"A0EEBC99-9C0B-4EF8-BB6D-6BB9BD380A11\"|\"a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11\"",
                "DATETIME|\"2026-01-31T12:00:00Z\"|\"2026-01-31T12:00:00Z\"",
                "DATETIME|\"2026-01-31 12:00:00.5+02\"|\"2026-01-31T10:00:00.500000Z\"",
                "DATETIME|\"2026-01-31T23:30:00-01:30\"|\"2026-02-01T01:00:00Z\"",
                "DATETIME|\"2026-01-31 12:00+0530\"|\"2026-01-31T06:30:00Z\"",
                "DATETIME|\"1890-01-01 00:00:00+00:19:32\"|\"1889-12-31T23:40:28Z\"",
                "DATETIME|\"2026-01-31T12:00:00.1234565Z\"|\"2026-01-31T12:00:00.123457Z\"",
                "DATETIME|\"2026-12-31T23:59:59.9999999Z\"|\"2027-01-01T00:00:00Z\"",
                "LOCAL_DATETIME|\"2024-02-29 01:02:03\"|\"2024-02-29T01:02:03\"",
                "DATE|\"2000-02-29\"|\"2000-02-29\"",
                "TIME|\"12:00\"|\"12:00:00\"",
                "TIME|\"23:59:59.000001\"|\"23:59:59.000001\"",
                "DURATION|\"PT90M\"|\"PT1H30M\"",
                "BYTES|\"aGk\\/\"|\"aGk/\"",
                "BYTES|\"aG\\nk=\"|\"aGk=\"",
                "BYTES|\"\"|\"\"",
                "JSON|{ \"b\" : [ 1 , \"x y\" ] , \"a\" : null }|{\"b\":[1,\"x y\"],\"a\":null}"
            })
    void scalarsTakeTheFormOfTheirType(ColumnType type, String document, String expected) {
        assertThat(JsonProjectionTest.write(new ProjectedScalar(type), document))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "BIGINT|9223372036854775808",
                "BIGINT|\"1x\"",
                "BIGINT|\"\"",
                "BIGINT|\" 1\"",
                "BIGINT|1.5",
                "BIGINT|1e999999999",
                "BIGINT|true",
                "INT|2147483648",
                "INT|\"1\"",
                "INT|0.5",
                "DECIMAL|\"NaN\"",
                "DECIMAL|\"\"",
                "DECIMAL|1e1001",
                "DECIMAL|\"1e-99999999999\"",
                "DECIMAL|{}",
                "FLOAT|1e999",
                "FLOAT|\"1\"",
                "FLOAT|\"NaN\"",
                "FLOAT32|1e39",
                "BOOLEAN|2",
                "BOOLEAN|\"true\"",
                "BOOLEAN|10",
                "TEXT|true",
                "TEXT|[]",
                "UUID|\"a0eebc999c0b4ef8bb6d6bb9bd380a11\"",
                "UUID|\"a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a1g\"",
                "UUID|\"a0eebc99-9c0b-4ef8+bb6d-6bb9bd380a11\"",
                "DATETIME|\"2026-01-31T12:00:00\"",
                "DATETIME|1700000000",
                "DATETIME|\"infinity\"",
                "DATETIME|\"2026-02-30T00:00:00Z\"",
                "DATETIME|\"2026-01-31T24:00:00Z\"",
                "DATETIME|\"2026-01-31T12:00:00Zx\"",
                "DATETIME|\"2026-01-31T12:00:00+2\"",
                "DATETIME|\"0001-01-01T00:00:00+01\"",
                "DATETIME|\"9999-12-31T23:59:59-01\"",
                "DATETIME|\"2026-01-31\"",
                "LOCAL_DATETIME|\"2026-01-31T12:00:00Z\"",
                "LOCAL_DATETIME|\"10000-01-31T12:00:00\"",
                "DATE|\"2023-02-29\"",
                "DATE|\"2026-13-01\"",
                "DATE|\"2026-00-01\"",
                "DATE|\"0000-01-01\"",
                "DATE|\"2026-1-1\"",
                "DATE|\"2026-01-01 BC\"",
                "TIME|\"24:00:00\"",
                "TIME|\"12:00:60\"",
                "TIME|\"12:00:00.\"",
                "TIME|\"12\"",
                "TIME|\"12:00:00+01\"",
                "DURATION|\"1 day\"",
                "BYTES|\"a\"",
                "BYTES|\"aGk*\"",
                "BYTES|\"a===\"",
                "BYTES|\"a=bc\""
            })
    void whatDoesNotFitIsAnError(ColumnType type, String document) {
        assertThatThrownBy(() -> JsonProjectionTest.write(new ProjectedScalar(type), document))
                .isInstanceOf(FraiseqlException.class)
                .hasMessageContaining("does not hold ");
    }
}
