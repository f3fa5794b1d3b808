package io.fraiseql.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import io.fraiseql.core.json.Sha256;
import io.fraiseql.plugin.testkit.TestDatabase;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Documents that clients name by their hash: trusted ones and automatic persisted queries, through the shipped server. */
class DocumentsIT {

    private static final String COUNTRY = "query Country($code: String!) { country(code: $code) { name } }";
    private static final String BOOKS = "{ books(limit: 2) { title authors { name } } }";
    private static final String OTHER = "{ country(code: \"IS\") { code } }";
    private static final String ICELAND = "{\"data\":{\"country\":{\"name\":\"Iceland\"}}}";
    private static final String CODE = "{\"code\":\"IS\"}";
    private static final String NOT_FOUND = "\"message\":\"PersistedQueryNotFound\"";
    private static final String PARSES = "fraiseql_graphql_parses_total";
    private static final String RENDERS = "fraiseql_graphql_renders_total";

    @TempDir
    static Path folder;

    private static DatabaseFolder sqlite;

    /** How a request names a document. */
    private enum Form {
        ID_POST,
        ID_GET,
        HASH_POST,
        HASH_GET
    }

    @BeforeAll
    static void create() throws IOException {
        sqlite = compiled(folder, TestDatabase.SQLITE);
    }

    @ParameterizedTest
    @MethodSource("io.fraiseql.distribution.DatabaseFolder#databases")
    void aTrustedDocumentIsReadyBeforeItsFirstRequest(TestDatabase kind, @TempDir Path own) throws IOException {
        Matrix.assumeRuns(kind, TestDatabase.MYSQL);
        DatabaseFolder database = kind == TestDatabase.SQLITE ? sqlite : compiled(own, kind);
        try (DistributionServer server = database.serve("graphql.trustedDocuments=require")) {
            double parses = metric(server, PARSES);
            double renders = metric(server, RENDERS);
            for (Form form : Form.values()) {
                assertThat(named(server, form, COUNTRY, CODE).body()).isEqualTo(ICELAND);
                assertThat(named(server, form, BOOKS, "{}").body()).startsWith("{\"data\":{\"books\":[{\"title\":");
            }
            assertThat(metric(server, PARSES)).isEqualTo(parses);
            assertThat(metric(server, RENDERS)).isEqualTo(renders);
            assertThat(metric(server, "fraiseql_trusted_documents_served_total"))
                    .isEqualTo(8);
        }
    }

    @Test
    void nothingElseIsServedWhereTheyAreRequired() throws IOException {
        try (DistributionServer server = sqlite.serveAlone("graphql.trustedDocuments=require")) {
            int port = server.port();
            assertThat(HttpAnswer.query(port, BOOKS).status())
                    .as("its very text")
                    .isEqualTo(200);
            for (String text : new String[] {OTHER, BOOKS + " ", "{ __schema { types { name } } }", "{ __typename }"}) {
                refused(HttpAnswer.query(port, text), 403, "DOCUMENT_NOT_TRUSTED");
                refused(persisted(port, text, Sha256.of(text)), 403, "DOCUMENT_NOT_TRUSTED");
            }
            refused(HttpAnswer.get(port, "/graphql?query=" + encoded(OTHER)), 200, "DOCUMENT_NOT_TRUSTED");
            for (Form form : Form.values()) {
                refused(
                        named(server, form, OTHER, "{}"),
                        form.name().endsWith("GET") ? 200 : 403,
                        "DOCUMENT_NOT_TRUSTED");
            }
            assertThat(metric(server, "fraiseql_trusted_documents_refused_total"))
                    .isEqualTo(13);
            assertThat(HttpAnswer.get(port, "/graphiql/").status()).isEqualTo(404);
            assertThat(HttpAnswer.get(port, "/graphql/schema.graphql").status()).isEqualTo(404);
        }
    }

    @Test
    void aTextMustFitTheHashThatComesWithIt() throws IOException {
        try (DistributionServer server = sqlite.serveAlone("graphql.persistedQueries.enabled=true")) {
            int port = server.port();
            refused(persisted(port, OTHER, Sha256.of(BOOKS)), 400, "provided sha does not match query");
            refused(byId(port, "\"query\":\"{ a }\",", BOOKS), 400, "provided sha does not match query");
            refused(persisted(port, null, Sha256.of(OTHER)), 400, NOT_FOUND);
        }
    }

    @Test
    void persistedQueriesFollowTheirProtocol() throws IOException {
        try (DistributionServer server = sqlite.serveAlone("graphql.persistedQueries.enabled=true")) {
            int port = server.port();
            String hash = Sha256.of(OTHER);
            refused(persisted(port, null, hash), 400, NOT_FOUND);
            HttpAnswer legacy = named(server, Form.HASH_GET, OTHER, "{}");
            refused(legacy, 200, NOT_FOUND + ",\"extensions\":{\"code\":\"PERSISTED_QUERY_NOT_FOUND\"");
            assertThat(persisted(port, OTHER, hash).body()).contains("\"code\":\"IS\"");
            double parses = metric(server, PARSES);
            assertThat(persisted(port, null, hash).body()).contains("\"code\":\"IS\"");
            assertThat(named(server, Form.HASH_GET, OTHER, "{}").body()).contains("\"code\":\"IS\"");
            assertThat(metric(server, PARSES)).isEqualTo(parses);
            refused(named(server, Form.ID_POST, OTHER, "{}"), 403, "DOCUMENT_NOT_TRUSTED");
            assertThat(named(server, Form.HASH_POST, BOOKS, "{}").status())
                    .as("trusted")
                    .isEqualTo(200);
            assertThat(metric(server, "fraiseql_persisted_queries_registrations_total"))
                    .isEqualTo(1);
            assertThat(metric(server, "fraiseql_persisted_queries_hits_total")).isEqualTo(2);
            assertThat(metric(server, "fraiseql_persisted_queries_misses_total"))
                    .isEqualTo(2);
            assertThat(metric(server, "fraiseql_persisted_queries_size")).isEqualTo(1);
        }
    }

    @Test
    void whatIsNotServedIsNotRegistered() throws IOException {
        try (DistributionServer server = sqlite.serveAlone("graphql.persistedQueries.enabled=true")) {
            int port = server.port();
            for (String document : new String[] {"{ nothing }", "{", "mutation { a }", "subscription { a }"}) {
                String hash = Sha256.of(document);
                assertThat(persisted(port, document, hash).body()).contains("\"errors\"");
                refused(persisted(port, null, hash), 400, NOT_FOUND);
            }
            String mutation = "mutation { a }";
            HttpAnswer byGet = HttpAnswer.get(
                    port, "/graphql?query=" + encoded(mutation) + "&extensions=" + extension(Sha256.of(mutation)));
            assertThat(byGet.status()).isEqualTo(405);
            assertThat(byGet.allow()).isEqualTo("POST");
            assertThat(metric(server, "fraiseql_persisted_queries_size")).isZero();
        }
    }

    @Test
    void registrationsAreBounded() throws IOException {
        try (DistributionServer server = sqlite.serveAlone(
                "graphql.persistedQueries.enabled=true",
                "graphql.persistedQueries.maxEntries=20",
                "graphql.persistedQueries.maxBytes=64KiB")) {
            String large = "{ country(code: \"IS\") { code } }" + " ".repeat(40_000);
            persisted(server.port(), large, Sha256.of(large));
            refused(persisted(server.port(), null, Sha256.of(large)), 400, NOT_FOUND);
            for (int i = 0; i < 100; i++) {
                String document = "{ country(code: \"IS\") { a" + i + ": name } }";
                assertThat(persisted(server.port(), document, Sha256.of(document))
                                .status())
                        .isEqualTo(200);
            }
            assertThat(metric(server, "fraiseql_persisted_queries_size")).isBetween(1.0, 20.0);
            assertThat(metric(server, "fraiseql_persisted_queries_evictions_total"))
                    .isGreaterThanOrEqualTo(81);
        }
    }

    @Test
    void offMeansOff() throws IOException {
        try (DistributionServer server = sqlite.serveAlone("graphql.trustedDocuments=off")) {
            refused(named(server, Form.ID_POST, BOOKS, "{}"), 403, "DOCUMENT_NOT_TRUSTED");
            refused(named(server, Form.HASH_POST, BOOKS, "{}"), 400, "PersistedQueryNotSupported");
            refused(persisted(server.port(), OTHER, Sha256.of(OTHER)), 400, "PERSISTED_QUERY_NOT_SUPPORTED");
            assertThat(HttpAnswer.query(server.port(), OTHER).status()).isEqualTo(200);
        }
    }

    @Test
    void bothAreServedSideBySideByDefault() throws IOException {
        try (DistributionServer server = sqlite.serveAlone()) {
            for (Form form : Form.values()) {
                assertThat(named(server, form, COUNTRY, CODE).body()).isEqualTo(ICELAND);
            }
            assertThat(HttpAnswer.query(server.port(), OTHER).status()).isEqualTo(200);
        }
    }

    @Test
    void whatCannotBeServedStopsTheServer() throws IOException {
        Distribution.Ended tooDeep = sqlite.refuse("graphql.maxDepth=1");
        assertThat(tooDeep.err()).contains("the compiled operation", "cannot be served", "the limit is 1");
        assertThat(tooDeep.exitCode()).isEqualTo(2);
        Distribution.Ended useless =
                sqlite.check("graphql.trustedDocuments=require", "graphql.persistedQueries.enabled=true");
        assertThat(useless.err()).contains("persistedQueries.enabled has no effect");
        assertThat(useless.exitCode()).isEqualTo(2);
    }

    private static DatabaseFolder compiled(Path folder, TestDatabase kind) throws IOException {
        DatabaseFolder database = DatabaseFolder.demo(folder, kind);
        Path operations = Files.createDirectory(folder.resolve("operations"));
        Files.writeString(operations.resolve("country.graphql"), COUNTRY);
        Files.writeString(operations.resolve("books.graphql"), BOOKS);
        database.succeed(
                "compile",
                "migrations/demo/schema.json",
                "--target",
                kind.dialect(),
                "--operations",
                "operations",
                "-o",
                "schema.compiled.json");
        return database;
    }

    private static HttpAnswer named(DistributionServer server, Form form, String document, String variables)
            throws IOException {
        String hash = Sha256.of(document);
        String parameters = "&variables=" + encoded(variables);
        String members = ",\"variables\":" + variables + "}";
        return switch (form) {
            case ID_POST -> HttpAnswer.json(server.port(), "{\"documentId\":\"" + hash + "\"" + members);
            case ID_GET -> HttpAnswer.get(server.port(), "/graphql?documentId=sha256:" + hash + parameters);
            case HASH_POST ->
                HttpAnswer.json(
                        server.port(),
                        "{\"extensions\":{\"persistedQuery\":{\"version\":1,\"sha256Hash\":\"" + hash + "\"}}"
                                + members);
            case HASH_GET -> HttpAnswer.get(server.port(), "/graphql?extensions=" + extension(hash) + parameters);
        };
    }

    private static HttpAnswer persisted(int port, String document, String hash) throws IOException {
        String query = document == null ? "" : "\"query\":\"" + document.replace("\"", "\\\"") + "\",";
        return HttpAnswer.json(
                port,
                "{" + query + "\"extensions\":{\"persistedQuery\":{\"version\":1,\"sha256Hash\":\"" + hash + "\"}}}");
    }

    private static HttpAnswer byId(int port, String members, String document) throws IOException {
        return HttpAnswer.json(port, "{" + members + "\"documentId\":\"" + Sha256.of(document) + "\"}");
    }

    private static String extension(String hash) {
        return encoded("{\"persistedQuery\":{\"version\":1,\"sha256Hash\":\"" + hash + "\"}}");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static void refused(HttpAnswer answer, int status, String part) {
        assertThat(answer.body()).contains("\"errors\"", part).doesNotContain("\"data\"");
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
    }

    private static double metric(DistributionServer server, String name) throws IOException {
        return HttpAnswer.get(server.adminPort(), "/metrics")
                .body()
                .lines()
                .filter(line -> line.startsWith(name + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(name.length() + 1)))
                .findFirst()
                .orElseThrow();
    }
}
