package io.fraiseql.core.scalar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextFormatsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Email|ann.b+c@mail.example.org",
                "URL|https://example.org/a?b=c#d",
                "URL|ftp://10.0.0.1:21/x",
                "PhoneNumber|+33123456789",
                "Slug|my-page-2",
                "Hostname|localhost",
                "Hostname|a-b.example.org",
                "DomainName|example.org",
                "IPAddress|192.168.0.1",
                "IPAddress|::1",
                "IPAddress|2001:db8::8a2e:370:7334",
                "IPv4|0.0.0.0",
                "IPv6|::ffff:1.2.3.4",
                "CIDR|10.0.0.0/8",
                "CIDR|2001:db8::/128",
                "MACAddress|00:1a:2B:3c:4d:5e",
                "MACAddress|00-1a-2b-3c-4d-5e",
                "CountryCode|FR",
                "CurrencyCode|EUR",
                "LanguageCode|en",
                "Timezone|Europe/Paris",
                "Timezone|UTC",
                "SemanticVersion|1.2.3-rc.1+build.5",
                "HashSHA256|9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
                "HashMD5|9e107d9d372bb6826bd81d3542a419d6",
                "IBAN|DE89370400440532013000",
                "IBAN|GB82WEST12345698765432",
                "IBAN|XK051212012345678906",
                "BIC|DEUTDEFF",
                "BIC|DEUTDEFF500",
                "HexColor|#1a2b3c",
                "ULID|01ARZ3NDEKTSV4RRFFQ69G5FAV",
                "MimeType|application/json",
                "Markdown|# x",
                "HTML|<p>"
            })
    void accepted(String scalar, String value) {
        assertThat(ScalarCatalogTest.coerce(scalar, value)).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "Email|ann",
                "Email|@example.org",
                "Email|ann@",
                "Email|a b@example.org",
                "Email|ann@example",
                "Email|a@b@example.org",
                "Email|.a@example.org",
                "URL|example.org",
                "URL|https://",
                "URL|http://a b",
                "URL|javascript:alert(1)",
                "PhoneNumber|0123456789",
                "PhoneNumber|+0123456789",
                "Slug|My-Page",
                "Slug|a--b",
                "Slug|-a",
                "Hostname|-a",
                "Hostname|a..b",
                "Hostname|a_b",
                "DomainName|localhost",
                "IPAddress|256.1.1.1",
                "IPAddress|1.2.3",
                "IPAddress|example.org",
                "IPAddress|:::1",
                "IPAddress|fe80::1%eth0",
                "IPv4|::1",
                "IPv6|1.2.3.4",
                "IPv6|01.2.3.4:",
                "CIDR|10.0.0.0",
                "CIDR|10.0.0.0/33",
                "CIDR|::/129",
                "CIDR|/8",
                "MACAddress|00:1a:2b:3c:4d",
                "MACAddress|00:1a-2b:3c:4d:5e",
                "CountryCode|fr",
                "CountryCode|ZZ",
                "CurrencyCode|XYZ",
                "LanguageCode|EN",
                "Timezone|Mars/Base",
                "SemanticVersion|1.2",
                "SemanticVersion|01.2.3",
                "HashSHA256|abc",
                "IBAN|DE89370400440532013001",
                "IBAN|ZZ89370400440532013000",
                "IBAN|DE89 3704 0044 0532 0130 00",
                "BIC|DEUT",
                "HexColor|1a2b3c",
                "ULID|81ARZ3NDEKTSV4RRFFQ69G5FAV",
                "MimeType|json"
            })
    void refused(String scalar, String value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ScalarCatalogTest.coerce(scalar, value))
                .withMessageStartingWith("expected ");
    }

    @Test
    void longTextDoesNotRunLongOrOverflowTheStack() {
        for (String name : new ScalarCatalog().names()) {
            for (String part : new String[] {"a", "a.", "a-", "1", "1.0.0-a.", "a@", "0:"}) {
                ScalarCodec codec = new ScalarCatalog().codec(name);
                String text = part.repeat(8000 / part.length());
                try {
                    assertThat(codec.coerce(text)).isNotNull();
                } catch (IllegalArgumentException e) {
                    assertThat(e).hasMessageStartingWith("expected ");
                }
            }
        }
    }
}
