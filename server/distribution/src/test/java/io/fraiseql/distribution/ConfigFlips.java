package io.fraiseql.distribution;

import static io.fraiseql.distribution.ConfigProbes.answer;
import static io.fraiseql.distribution.ConfigProbes.bodyOf;
import static io.fraiseql.distribution.ConfigProbes.compression;
import static io.fraiseql.distribution.ConfigProbes.exported;
import static io.fraiseql.distribution.ConfigProbes.logged;
import static io.fraiseql.distribution.ConfigProbes.persisted;
import static io.fraiseql.distribution.ConfigProbes.plansMadeAgain;
import static io.fraiseql.distribution.ConfigProbes.preflight;
import static io.fraiseql.distribution.ConfigProbes.resultsReadAgain;
import static io.fraiseql.distribution.ConfigProbes.status;

import java.util.List;

/** The keys that show on one server with any database. A new key gets a line in one of the lists. */
final class ConfigFlips {

    private static final String MANY_WORDS = "{ words { id } }";
    private static final String LARGE = "{ words(limit: 60) { filler } }";
    private static final String MIDDLING = "{ words(limit: 30) { filler } }";
    private static final String DEEP = "{ words(limit: 1) { next { next { next { id } } } } }";
    private static final String ALIASES = "{ words(limit: 1) { a: id b: id c: id d: id } }";
    private static final String COSTLY =
            "{ words(limit: 1, where: {_and: [" + "{id: {gt: 0}},".repeat(50) + "]}) { id } }";
    private static final String BY_TEXT = "{ words(limit: 3, orderBy: [{spelling: ASC}]) { spelling } }";

    /** All of these at once. */
    static final List<ConfigFlip> TOGETHER = List.of(
            flip("graphql.maxPageSize", "150", answer("{ words(limit: 151) { id } }"), "200 ", "allowed, 150"),
            flip("graphql.maxRows", "170", answer(MANY_WORDS), "200 {", "graphql.maxRows"),
            flip("graphql.maxResponseBytes", "20KiB", answer(LARGE), "200 {", "graphql.maxResponseBytes"),
            flip("graphql.maxDepth", "3", answer(DEEP), "200 {", "levels of fields; the limit is 3"),
            flip("graphql.maxComplexity", "45", answer(COSTLY), "200 {", "points of complexity; the limit is 45"),
            flip("graphql.maxAliases", "3", answer(ALIASES), "200 {", "4 aliases; the limit is 3"),
            flip(
                    "graphql.maxRootFields",
                    "1",
                    answer("{ __typename words(limit: 1) { id } }"),
                    "200 {",
                    "root fields; the"),
            flip(
                    "graphql.textOrder",
                    "codepoint",
                    answer(BY_TEXT),
                    "\"a\"},{\"spelling\":\"B\"}",
                    "\"B\"},{\"spelling\":\"a\"}"),
            flip("graphql.introspection", "false", answer("{ __schema { queryType { name } } }"), "200 {", "400 "),
            flip("graphql.graphiql", "false", status("/graphiql/"), "200", "404"),
            flip("graphql.planCacheSize", "1", plansMadeAgain(), "kept", "made again"),
            flip("graphql.cache.maxBytes", "1B", resultsReadAgain(), "kept", "read again"),
            flip("http.export.maxConcurrent", "0", exported("{ words { id } }"), "200", "503"),
            flip("http.maxBody", "1KiB", bodyOf(1025), "200", "413"),
            flip("http.accessLog", "true", logged("io.fraiseql.access"), "silent", "logged"),
            flip(
                    "http.cors.origins",
                    "['https://page.example']",
                    preflight("Access-Control-Allow-Origin"),
                    "no ",
                    "https://page.example"),
            flip("http.cors.headers", "[X-One]", preflight("Access-Control-Allow-Headers"), "no ", "X-One"),
            flip("http.cors.credentials", "true", preflight("Access-Control-Allow-Credentials"), "no ", "true"),
            flip("http.cors.maxAge", "7s", preflight("Access-Control-Max-Age"), "no ", "7"),
            flip("http.compression.minimumSize", "64B", compression("{ words(limit: 1) { filler } }"), "plain", "gzip"),
            flip("http.compression.level", "9", compression(MIDDLING), "level 1", "9"),
            flip(
                    "database.url",
                    "jdbc:sqlite:data/other.db",
                    answer("{ words(limit: 1) { filler } }"),
                    "filler",
                    "other"));

    /** These together with each other, for they hide others above. */
    static final List<ConfigFlip> APART = List.of(
            flip("http.production", "true", status("/graphiql/"), "200", "404"),
            flip("graphql.persistedQueries.enabled", "true", persisted(1, 0), "0 of 1", "1 of 1"),
            flip("graphql.cache.enabled", "false", resultsReadAgain(), "kept", "read again"),
            flip("http.compression.enabled", "false", compression(MIDDLING), "gzip", "plain"),
            flip("logging.level", "DEBUG", logged("DEBUG"), "silent", "logged"),
            flip("schema.path", "renamed.json", answer("{ terms(limit: 1) { id } }"), "400 ", "200 "));

    /** These where persisted queries are on. */
    static final List<ConfigFlip> PERSISTED = List.of(
            flip("graphql.persistedQueries.maxEntries", "2", persisted(6, 0), "6 of 6", "2 of 6"),
            flip("graphql.persistedQueries.maxBytes", "64KiB", persisted(1, 40_000), "1 of 1", "0 of 1"));

    /** This alone, for it refuses everything. */
    static final ConfigFlip TRUSTED = flip(
            "graphql.trustedDocuments", "require", answer("{ words(limit: 1) { id } }"), "200 {", "were compiled with");

    private ConfigFlips() {}

    private static ConfigFlip flip(String key, String value, ConfigFlip.Probe probe, String before, String after) {
        return new ConfigFlip(key, value, probe, before, after);
    }
}
