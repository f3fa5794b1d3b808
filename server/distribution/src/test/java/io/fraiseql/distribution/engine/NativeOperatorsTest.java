package io.fraiseql.distribution.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.fraiseql.plugin.testkit.TestDatabase;
import io.fraiseql.plugin.testkit.TestPostgres;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Operators that types of PostgreSQL have of their own: network addresses and label trees. */
final class NativeOperatorsTest {

    private static TestingEngine engine;

    @BeforeAll
    static void open() {
        Target target = Target.at(TestPostgres.shared().createDatabase());
        target.run(List.of("""
                CREATE SCHEMA ext; CREATE EXTENSION ltree SCHEMA ext;
                CREATE TABLE host (id integer PRIMARY KEY, name text NOT NULL, address inet, net cidr, path ext.ltree);
                INSERT INTO host VALUES
                    (1, 'a', '10.1.2.3', '10.1.0.0/16', 'top.science.physics'),
                    (2, 'b', '10.2.0.1', '10.0.0.0/8', 'top.science'),
                    (3, 'c', '192.168.0.7/24', '192.168.0.0/24', 'top.arts'),
                    (4, 'd', '2001:db8::1', '2001:db8::/32', 'top'),
                    (5, 'e', NULL, NULL, NULL)"""));
        engine = TestingEngine.open(target, EngineSettings.open());
    }

    @AfterAll
    static void close() {
        engine.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                address: {inSubnet: "10.1.0.0/16"}            | 1
                address: {inSubnet: "10.0.0.0/8"}             | 1,2
                address: {inSubnet: "2001:db8::/32"}          | 4
                _not: {address: {inSubnet: "10.0.0.0/8"}}     | 3,4
                net: {containsSubnet: "10.1.9.9"}             | 1,2
                net: {containsSubnet: "10.1.0.0/16"}          | 1,2
                net: {overlapsSubnet: "10.1.2.0/24"}          | 1,2
                net: {overlapsSubnet: "0.0.0.0/0"}            | 1,2,3
                address: {eq: "10.2.0.1"}                     | 2
                path: {descendantOf: "top.science"}           | 1,2
                path: {ancestorOf: "top.science.physics"}     | 1,2,4
                path: {matchesPath: "top.*{1}"}               | 2,3
                path: {matchesPath: "*.science.*"}            | 1,2
                path: {eq: "top.arts"}                        | 3
                path: {neq: "top"}                            | 1,2,3
                path: {in: ["top", "top.arts"]}               | 3,4
                path: {nin: ["top", "top.arts"]}              | 1,2
                path: {gt: "top.arts"}                        | 1,2""")
    void findRows(String where, String ids) {
        assertThat(ids(where)).isEqualTo(ids);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                name: {inSubnet: "10.0.0.0/8"}        | the operator 'inSubnet' is for columns of type inet or cidr; this one is text
                address: {ancestorOf: "top"}          | the operator 'ancestorOf' is for columns of type ltree; this one is inet
                address: {inSubnet: "ten"}            | BAD_USER_INPUT
                path: {descendantOf: "top..x"}        | the path is not valid
                path: {matchesPath: "*{"}             | the path is not valid
                path: {matchesPath: "'; DROP TABLE"}  | the path is not valid""")
    void refuseWhatIsNotTheirs(String where, String message) {
        assertThat(ask(where)).contains(message).contains("BAD_USER_INPUT").doesNotContain("\"data\":{\"hosts\"");
    }

    @Test
    void areAbsentElsewhere(@TempDir Path folder) {
        Target target = Target.create(TestDatabase.SQLITE, folder);
        target.run(List.of("CREATE TABLE host (id INTEGER PRIMARY KEY, address TEXT)"));
        try (TestingEngine sqlite = TestingEngine.open(target, EngineSettings.open())) {
            assertThat(sqlite.ask("{ hosts(where: {address: {inSubnet: \"10.0.0.0/8\"}}) { id } }", Map.of())
                            .json())
                    .contains("inSubnet", "GRAPHQL_VALIDATION_FAILED");
        }
    }

    private static String ids(String where) {
        List<String> ids =
                engine.ask(document(where), Map.of()).tree().at("/data/hosts").findValuesAsText("id");
        return String.join(",", ids);
    }

    private static String ask(String where) {
        return engine.ask(document(where), Map.of()).json();
    }

    private static String document(String where) {
        return "{ hosts(where: {" + where + "}, orderBy: [{id: ASC}]) { id } }";
    }
}
