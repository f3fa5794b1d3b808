package io.fraiseql.server.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dropwizard.core.server.DefaultServerFactory;
import io.dropwizard.jetty.HttpConnectorFactory;
import io.fraiseql.core.error.CoreErrorCode;
import io.fraiseql.server.plugin.SamplePlugins;
import io.fraiseql.spi.Secret;
import io.fraiseql.spi.error.FraiseqlException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigLoaderTest {

    private static final String DATABASE = "database: {url: 'jdbc:test:x'}\n";

    @TempDir
    static Path plugins;

    @BeforeAll
    static void build() throws IOException {
        SamplePlugins.database("testdb", "test").in(plugins, "testdb.jar");
        SamplePlugins.secrets("vault", "vault").in(plugins, "vault.jar");
    }

    @Test
    void defaultsAreComplete() {
        FraiseqlConfiguration configuration = load(DATABASE);
        GraphqlConfig graphql = configuration.section(GraphqlConfig.class);

        assertThat(graphql.maxPageSize()).isEqualTo(1000);
        assertThat(graphql.maxResponseBytes().bytes()).isEqualTo(64L << 20);
        assertThat(graphql.textOrder()).isEqualTo(GraphqlConfig.TextOrder.DATABASE);
        assertThat(configuration.section(SecurityConfig.class).allowAnonymous()).isFalse();
        assertThat(configuration.database().offer().name()).isEqualTo("test");
        assertThat(hosts(configuration)).containsExactly("127.0.0.1", "127.0.0.1");
    }

    @Test
    void bindsWhatIsWritten() {
        FraiseqlConfiguration configuration = load(DATABASE + """
                graphql: {maxDepth: 3, maxResponseBytes: 64KiB, textOrder: CodePoint, introspection: false}
                server:
                  applicationConnectors: [{type: http, port: '${PORT:-0}', bindHost: localhost}]
                """);
        GraphqlConfig graphql = configuration.section(GraphqlConfig.class);
        assertThat(graphql.maxDepth()).isEqualTo(3);
        assertThat(graphql.maxResponseBytes().bytes()).isEqualTo(65536);
        assertThat(graphql.textOrder()).isEqualTo(GraphqlConfig.TextOrder.CODEPOINT);
        assertThat(graphql.introspection()).isFalse();
        assertThat(connector(configuration).getPort()).isZero();
        assertThat(connector(configuration).getBindHost()).isEqualTo("localhost");
    }

    @Test
    void bindsThePluginsRecordAndItsSecrets() throws Exception {
        Record config = load("database: {url: 'jdbc:test:x', password: '${vault://kv/db#pw}', poolSize: 9}\n"
                        + "plugins: {vault: {vault: {prefix: ':'}}}")
                .database()
                .config();
        assertThat(config.toString())
                .contains("poolSize=9")
                .contains("user=null")
                .contains("***")
                .doesNotContain("kv/db");
        Secret password = (Secret) config.getClass().getMethod("password").invoke(config);
        assertThat(password.reveal()).isEqualTo(":kv/db/pw");
    }

    @Test
    void reportsEverythingAtOnceWithPlaces() {
        assertThat(problems("""
                        servr: {}
                        server:
                          applicationConnectors:
                            - type: http
                              port: abc
                              prot: 1
                            - type: htp
                          requestLog: {appenderz: []}
                        logging: {level: LOUD, loggers: {io.x: NOISY}}
                        graphql:
                          max_depth: 3
                          maxResponseBytes: 30x
                          textOrder: codpoint
                          maxRows: [1]
                        schema: words
                        database: {url: 'jdbc:test:x', poolsize: 1, poolSize: '${POOL}'}
                        plugins: {valt: {}, vault: {valt: {}}, disabled: []}
                        """))
                .containsExactlyInAnyOrder(
                        "servr (line 1): is not a known key; did you mean 'server'?",
                        "server.applicationConnectors[0].port (line 5): must be a whole number, not 'abc'",
                        "server.applicationConnectors[0].prot (line 6): is not a known key; did you mean 'port'?",
                        "server.applicationConnectors[1].type (line 7): has no type 'htp' that this server knows; [http, https]",
                        "server.requestLog.appenderz (line 8): is not a known key; did you mean 'appenders'?",
                        "logging.level (line 9): must be one of off, error, warn, info, debug, trace, all, not 'loud'",
                        "logging.loggers.io.x (line 9): must be one of off, error, warn, info, debug, trace, all, not 'noisy'",
                        "graphql.max_depth (line 11): is not a known key; did you mean 'maxDepth'?",
                        "graphql.maxResponseBytes (line 12): must be a size such as 64KiB, 1MiB or 2GiB, not '30x'",
                        "graphql.textOrder (line 13): must be one of database, codepoint, not 'codpoint'",
                        "graphql.maxRows (line 14): must be a whole number, not a list",
                        "schema (line 15): must be a section of keys, not a single value",
                        "database.poolsize (line 16): is not a known key; did you mean 'poolSize'?",
                        "database.poolSize (line 16): the environment variable POOL is not set; set it or write ${POOL:-default}",
                        "plugins.valt (line 17): is not a plugin in the folder; did you mean 'vault'?",
                        "plugins.vault.valt (line 17): is not a configurable part of this plugin; did you mean 'vault'?");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "graphql: {maxDepth: 0}| graphql (line 2): maxDepth must be more than 0",
                "graphql: {maxDepth: }| graphql.maxDepth (line 2): has no value; give it one or remove the key",
                "graphql: {introspection: yes}| graphql.introspection (line 2): must be true or false, not 'yes'",
                "http: {timeout: 30}| http.timeout (line 2): must be a duration such as 250ms, 30s or 5m, not '30'",
                "http: {maxBody: 1MB}| http.maxBody (line 2): must be a size such as 64KiB, 1MiB or 2GiB, not '1MB'",
                "graphql: {maxDepth: 3, maxDepth: 4}| graphql.maxDepth (line 2): is written twice",
                "plugins: {disabled: vault}| plugins.disabled (line 2): must be a list such as [a, b], not a single value",
                "plugins: {directory: '${vault://a#b}'}| plugins.directory (line 2): no plugin resolves 'vault://'; available are env and file",
                "server: {applicationConnectors: [{type: http, port: 99999}]}| server.applicationConnectors[0].port (line 2): must be between 1 and 65535",
                "events: {roles: [api, events, api]}| events (line 2): roles names api more than once",
                "observers: {actions: {email: {port: 25}}}| observers.actions.email (line 2): port, user and certificates are about a mail server; give its host too",
                "health: {}| health (line 2): is not a known key; known are admin, database, events, graphql, http, jobs, logging, metrics, mutation, observers, plugins, schema, security, server, state",
            })
    void refuses(String yaml, String problem) {
        assertThat(problems(DATABASE + yaml)).containsExactly(problem);
    }

    @Test
    void requiresADatabaseThatAPluginAccepts() {
        assertThat(problems("{}"))
                .containsExactly(
                        "database.url (line 1): is required; it chooses the database, for example jdbc:sqlite:data/app.db");
        assertThat(problems("database: {url: 'jdbc:other:x'}"))
                .containsExactly(
                        "database.url (line 1): no plugin accepts 'jdbc:other:x'; the databases here are [test]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a: [", "a: b: c", "\tx: 1"})
    void refusesWhatIsNotYaml(String yaml) {
        assertThat(problems(yaml))
                .singleElement()
                .asString()
                .startsWith("the file (line ")
                .contains("is not YAML");
    }

    @ParameterizedTest
    @ValueSource(strings = {"applicationConnectors", "adminConnectors"})
    void listensElsewhereOnlyWhenToldByName(String connectors) {
        String yaml = DATABASE + "server: {" + connectors + ": [{type: http, port: 0, bindHost: 0.0.0.0}]}\n";
        assertThat(problems(yaml))
                .singleElement()
                .asString()
                .startsWith("server." + connectors + "[0].bindHost (line 2): '0.0.0.0'")
                .contains("security.allowAnonymous");
        assertThat(load(yaml + "security: {allowAnonymous: true}")).isNotNull();
    }

    @Test
    void overridesComeFromTheCommandLine() {
        FraiseqlConfiguration configuration = TestConfig.load(
                plugins,
                Map.of("DEPTH", "7"),
                Map.of(
                        "dw.graphql.maxDepth", "${DEPTH}",
                        "dw.server.applicationConnectors[0].port", "0",
                        "dw.plugins.disabled", "[vault]",
                        "other", "ignored"),
                DATABASE + "graphql: {maxDepth: 3}\nserver: {applicationConnectors: [{type: http, port: 8080}]}");
        assertThat(configuration.section(GraphqlConfig.class).maxDepth()).isEqualTo(7);
        assertThat(connector(configuration).getPort()).isZero();
        assertThat(configuration.plugins().loaded()).extracting("id").containsExactly("testdb");
    }

    @Test
    void aWrongOverrideIsNamed() {
        assertThat(problemsOf(() -> TestConfig.load(
                        plugins, Map.of(), Map.of("dw.graphql.maxDepht", "1", "dw.graphql.maxRows", "x"), DATABASE)))
                .containsExactlyInAnyOrder(
                        "graphql.maxDepht (-Ddw.graphql.maxDepht): is not a known key; did you mean 'maxDepth'?",
                        "graphql.maxRows (-Ddw.graphql.maxRows): must be a whole number, not 'x'");
        assertThat(problemsOf(() -> TestConfig.load(
                        plugins, Map.of(), Map.of("dw.server.applicationConnectors[0].port", "1"), DATABASE)))
                .containsExactly("server.applicationConnectors[0].port (-Ddw.server.applicationConnectors[0].port): "
                        + "there is no item [0] in the file to set");
    }

    @Test
    void problemsShowReferencesAndNotWhatTheyStandFor() {
        assertThat(problemsOf(() -> TestConfig.load(
                        plugins,
                        Map.of("X", "hunter2"),
                        Map.of(),
                        DATABASE + "graphql: {maxDepth: '${X}'}\n"
                                + "server: {applicationConnectors: [{type: http, port: '${X}'}]}")))
                .containsExactlyInAnyOrder(
                        "graphql.maxDepth (line 2): must be a whole number, not '${X}'",
                        "server.applicationConnectors[0].port (line 3): must be a whole number, not '${X}'");
    }

    private static FraiseqlConfiguration load(String yaml) {
        return TestConfig.load(plugins, Map.of(), Map.of(), yaml);
    }

    private static List<String> problems(String yaml) {
        return problemsOf(() -> load(yaml));
    }

    private static List<String> problemsOf(Runnable call) {
        String[] message = new String[1];
        assertThatThrownBy(call::run).isInstanceOfSatisfying(FraiseqlException.class, e -> {
            assertThat(e.code()).isEqualTo(CoreErrorCode.INVALID_CONFIGURATION);
            message[0] = e.getMessage();
        });
        return message[0].lines().skip(1).map(String::strip).toList();
    }

    private static List<String> hosts(FraiseqlConfiguration configuration) {
        DefaultServerFactory server = (DefaultServerFactory) configuration.getServerFactory();
        return List.of(
                ((HttpConnectorFactory) server.getApplicationConnectors().get(0)).getBindHost(),
                ((HttpConnectorFactory) server.getAdminConnectors().get(0)).getBindHost());
    }

    private static HttpConnectorFactory connector(FraiseqlConfiguration configuration) {
        DefaultServerFactory server = (DefaultServerFactory) configuration.getServerFactory();
        return (HttpConnectorFactory) server.getApplicationConnectors().get(0);
    }
}
