package io.fraiseql.core.scalar;

import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** The string scalars of published codes and of identifiers with a fixed form. */
final class CodeFormats {

    private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    private static final Set<String> CURRENCIES = Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toUnmodifiableSet());
    private static final String SEMANTIC_VERSION = "(0|[1-9][0-9]*)(\\.(0|[1-9][0-9]*)){2}"
            + "(-(0|[1-9][0-9]*|[0-9]*[A-Za-z-][0-9A-Za-z-]*)(\\.(0|[1-9][0-9]*|[0-9]*[A-Za-z-][0-9A-Za-z-]*))*)?"
            + "(\\+[0-9A-Za-z-]+(\\.[0-9A-Za-z-]+)*)?";

    private CodeFormats() {}

    static List<TextFormat> all() {
        return List.of(
                new TextFormat("CountryCode", "a country code of ISO 3166-1 such as \"FR\"", COUNTRIES::contains),
                new TextFormat("CurrencyCode", "a currency code of ISO 4217 such as \"EUR\"", CURRENCIES::contains),
                new TextFormat("LanguageCode", "a language code of ISO 639-1 such as \"en\"", LANGUAGES::contains),
                new TextFormat("Timezone", "a time zone such as \"Europe/Paris\"", CodeFormats::isZone),
                new TextFormat("IBAN", "an IBAN with its right checksum and no blanks", CodeFormats::isIban),
                TextFormat.of("BIC", "a BIC of 8 or 11 characters", "[A-Z]{6}[A-Z0-9]{2}([A-Z0-9]{3})?"),
                TextFormat.of("PhoneNumber", "a phone number in E.164 such as \"+33123456789\"", "\\+[1-9][0-9]{6,14}"),
                TextFormat.of("Slug", "a slug such as \"my-page-2\"", "[a-z0-9]+(-[a-z0-9]+)*+"),
                TextFormat.of("SemanticVersion", "a semantic version such as \"1.2.3-rc.1\"", SEMANTIC_VERSION),
                TextFormat.of("HashMD5", "an MD5 hash in 32 hex digits", "[0-9a-fA-F]{32}"),
                TextFormat.of("HashSHA256", "a SHA-256 hash in 64 hex digits", "[0-9a-fA-F]{64}"),
                TextFormat.of("HashSHA512", "a SHA-512 hash in 128 hex digits", "[0-9a-fA-F]{128}"),
                TextFormat.of(
                        "HexColor", "a colour such as \"#1a2b3c\"", "#([0-9a-fA-F]{3}|[0-9a-fA-F]{6}|[0-9a-fA-F]{8})"),
                TextFormat.of("ULID", "a ULID of 26 characters", "[0-7][0-9A-HJKMNP-TV-Za-hjkmnp-tv-z]{25}"),
                TextFormat.of(
                        "MimeType",
                        "a media type such as \"text/html\"",
                        "[A-Za-z0-9][A-Za-z0-9!#$&^_.+-]{0,126}/[A-Za-z0-9][A-Za-z0-9!#$&^_.+-]{0,126}"));
    }

    private static boolean isZone(String text) {
        return text.equals("UTC") || ZoneId.getAvailableZoneIds().contains(text);
    }

    /** ISO 13616: the letters count from A = 10, the first four characters go last, and the number is 1 modulo 97. */
    private static boolean isIban(String text) {
        if (!text.matches("[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}") || !COUNTRIES.contains(countryOf(text))) {
            return false;
        }
        int remainder = 0;
        for (int i = 0; i < text.length(); i++) {
            int value = Character.digit(text.charAt((i + 4) % text.length()), 36);
            remainder = (remainder * (value > 9 ? 100 : 10) + value) % 97;
        }
        return remainder == 1;
    }

    /** Kosovo issues IBANs under a code that ISO 3166 leaves to users. */
    private static String countryOf(String iban) {
        return iban.startsWith("XK") ? "RS" : iban.substring(0, 2);
    }
}
