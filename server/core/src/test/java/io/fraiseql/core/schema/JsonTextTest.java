package io.fraiseql.core.schema;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTextTest {

    @ParameterizedTest
    @ValueSource(ints = {1001, 3000, 100_000})
    void refusesWhatIsNestedTooDeep(int levels) {
        Problems problems = new Problems();
        // the same problem twice is one
        assertThat(JsonText.parse("[".repeat(levels), problems)).isNull();
        assertThat(JsonText.parse("{\"a\":".repeat(levels), problems)).isNull();
        assertThat(problems.list()).hasSize(1).allSatisfy(problem -> assertThat(problem.message())
                .isEqualTo("not JSON that is read: Document nesting depth (1001) exceeds the maximum allowed (1000)"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[1, ", "nul", "{\"a\": 1,}"})
    void saysWhereItIsNoJson(String text) {
        Problems problems = new Problems();
        assertThat(JsonText.parse(text, problems)).isNull();
        assertThat(problems.list().get(0).message()).startsWith("not JSON: ").contains("line 1 column ");
    }
}
