package io.fraiseql.core.introspect;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {

    @ParameterizedTest
    @CsvSource({
        "album_id,albumId",
        "AlbumId,albumId",
        "ALBUM_ID,albumId",
        "albumID,albumId",
        "HTTPResponse,httpResponse",
        "ip_address,ipAddress",
        "unit price,unitPrice",
        "unit-price%,unitPrice",
        "2nd_name,_2ndName",
        "naïve,naive",
        "address_1,address1",
        "x,x",
        "_hidden,hidden",
        "__a__b,aB",
        "'',''",
        "%,''"
    })
    void makesFieldNames(String column, String field) {
        assertThat(Words.of(column).camelCase()).isEqualTo(field);
    }

    @ParameterizedTest
    @CsvSource({
        "order_details,OrderDetail", "Album,Album", "InvoiceLine,InvoiceLine", "people,Person", "statuses,Status",
        "addresses,Address", "series,Series", "news,News", "ORDER_DETAILS,OrderDetail", "2fa_codes,_2faCode"
    })
    void makesTypeNames(String table, String type) {
        assertThat(Words.of(table).singular().pascalCase()).isEqualTo(type);
    }
}
