package io.fraiseql.core.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.NotEmpty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NamesTest {

    @ParameterizedTest
    @CsvSource({
        "userId,user_id",
        "HTTPResponse,http_response",
        "ip_address,ip_address",
        "userID,user_id",
        "line2Text,line2_text",
        "A,a",
        "parseHTTP,parse_http",
        "_private,_private",
        "URL,url"
    })
    void writesSnakeCase(String name, String snakeCase) {
        assertThat(Names.snakeCase(name)).isEqualTo(snakeCase);
    }

    @ParameterizedTest
    @CsvSource({
        "user_id,userId",
        "userId,userId",
        "USER_ID,USER_ID",
        "_a_b,_aB",
        "address_1,address1",
        "a_1_b,a1B",
        "a__b,a__b"
    })
    void writesCamelCase(String name, String camelCase) {
        assertThat(Names.camelCase(name)).isEqualTo(camelCase);
    }

    @Property
    void bothAreStable(
            @ForAll @NotEmpty @Chars('_') @CharRange(from = 'a', to = 'c') @CharRange(from = 'A', to = 'C')
                    String name) {
        assertThat(Names.snakeCase(Names.snakeCase(name))).isEqualTo(Names.snakeCase(name));
        assertThat(Names.camelCase(Names.camelCase(name))).isEqualTo(Names.camelCase(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"album", "music.album", "\"odd.name\".\"x y\"", "a.b.c", "\"say \"\"hi\"\"\""})
    void sourceNamesReadBack(String text) {
        assertThat(SourceName.format(SourceName.parse(text))).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a.", ".a", "a b", "a.b.c.d", "\"a", "\"\"", "a\"b\"", "\"a\"b", "a..b"})
    void refusesWhatIsNoSourceName(String text) {
        assertThat(SourceName.parse(text)).isEmpty();
    }

    @Test
    void quotedPartsMayHoldAnything() {
        assertThat(SourceName.parse("\"odd.name\".\"say \"\"hi\"\"\"")).isEqualTo(List.of("odd.name", "say \"hi\""));
    }
}
