package io.fraiseql.distribution.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonDifferencesTest {

    @Test
    void equalValuesHaveNone() throws JsonProcessingException {
        assertThat(between("{\"a\": [1, 2.50, 5e-324], \"b\": null}", "{\"a\": [1, 2.5, 4.9e-324], \"b\": null}"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '#',
            delimiter = '|',
            value = {
                "{\"a\": 1, \"b\": 2} | {\"b\": 2, \"a\": 1} | data: expected the members [a, b], got [b, a]",
                "{\"a\": 1} | {\"a\": \"1\"} | data.a: expected 1, got \"1\"",
                "[1, 2] | [1] | data: expected 2 elements, got 1",
                "[1, 2] | [2, 1] | data[0]: expected 1, got 2",
                "\"1.50\" | \"1.5\" | data: expected \"1.50\", got \"1.5\"",
                "null | false | data: expected null, got false",
                "9007199254740993 | 9007199254740992 | data: expected 9007199254740993, got 9007199254740992"
            })
    void everyDifferenceIsNamed(String expected, String actual, String message) throws JsonProcessingException {
        assertThat(between(expected, actual)).first().isEqualTo(message);
    }

    private static List<String> between(String expected, String actual) throws JsonProcessingException {
        return JsonDifferences.between(
                JsonDifferences.MAPPER.readTree(expected), JsonDifferences.MAPPER.readTree(actual));
    }
}
