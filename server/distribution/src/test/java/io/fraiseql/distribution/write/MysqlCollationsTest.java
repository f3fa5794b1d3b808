package io.fraiseql.distribution.write;

import static org.assertj.core.api.Assertions.assertThat;

import io.fraiseql.distribution.engine.EngineSettings;
import io.fraiseql.plugin.testkit.TestDatabase;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Writes of many rows whose keys are texts under a collation that is not the exact one, as most tables of MySQL and MariaDB have them. */
class MysqlCollationsTest {

    @TempDir
    private Path folder;

    static Stream<Arguments> collations() {
        return Stream.of(
                Arguments.of(TestDatabase.MARIADB, "utf8mb4_general_ci"),
                Arguments.of(TestDatabase.MARIADB, "utf8mb4_uca1400_ai_ci"),
                Arguments.of(TestDatabase.MARIADB, "utf8mb4_bin"),
                Arguments.of(TestDatabase.MARIADB, "utf8mb4_nopad_bin"),
                Arguments.of(TestDatabase.MARIADB, "latin1_swedish_ci"),
                Arguments.of(TestDatabase.MYSQL, "utf8mb4_general_ci"),
                Arguments.of(TestDatabase.MYSQL, "utf8mb4_0900_ai_ci"),
                Arguments.of(TestDatabase.MYSQL, "utf8mb4_bin"),
                Arguments.of(TestDatabase.MYSQL, "utf8mb4_0900_bin"),
                Arguments.of(TestDatabase.MYSQL, "latin1_swedish_ci"));
    }

    private Shop open(TestDatabase database, String collation) {
        String text = " CHARACTER SET " + collation.substring(0, collation.indexOf('_')) + " COLLATE " + collation;
        return Shop.open(
                database,
                folder,
                EngineSettings.open().writing(),
                List.of(
                        "CREATE TABLE depot (code VARCHAR(8)" + text + " PRIMARY KEY, name VARCHAR(100)" + text
                                + " NOT NULL)",
                        "CREATE TABLE parcel (depot_code VARCHAR(8)" + text
                                + " NOT NULL, number INT NOT NULL, label VARCHAR(20), PRIMARY KEY (depot_code, number),"
                                + " FOREIGN KEY (depot_code) REFERENCES depot (code))",
                        "CREATE TABLE note (id INT AUTO_INCREMENT PRIMARY KEY, depot_code VARCHAR(8)" + text
                                + " NOT NULL, body VARCHAR(20), FOREIGN KEY (depot_code) REFERENCES depot (code))"));
    }

    @ParameterizedTest
    @MethodSource("collations")
    void rowsAreCreatedChangedAndDeletedByATextKey(TestDatabase database, String collation) {
        try (Shop shop = open(database, collation)) {
            assertThat(shop.data(
                            "mutation { createDepots(inputs: [{code: \"Z3\", name: \"x\"}, {code: \"z2\", name: \"é\"},"
                                    + " {code: \"Ä1\", name: \"w\"}]) { affectedRows returning { code name } } }"))
                    .isEqualTo("{\"createDepots\":{\"affectedRows\":3,\"returning\":[{\"code\":\"Z3\",\"name\":\"x\"},"
                            + "{\"code\":\"z2\",\"name\":\"é\"},{\"code\":\"Ä1\",\"name\":\"w\"}]}}");
            assertThat(
                            shop.data(
                                    "mutation { a: updateDepots(where: {code: {in: [\"Z3\", \"Z2\"]}}, set: {name: \"u\"})"
                                            + " { returning { code name } } b: updateDepots(all: true, set: {name: \"v\"}) { affectedRows }"
                                            + " c: deleteDepots(where: {code: {in: [\"a1\", \"Ä1\", \"Z2\"]}}) { returning { code } } }"))
                    .isEqualTo("{\"a\":{\"returning\":[{\"code\":\"Z3\",\"name\":\"u\"}]},\"b\":{\"affectedRows\":3},"
                            + "\"c\":{\"returning\":[{\"code\":\"Ä1\"}]}}");
            assertThat(shop.rows("SELECT code, name FROM depot ORDER BY name, code DESC"))
                    .containsExactlyInAnyOrder("z2|v", "Z3|v");
        }
    }

    @ParameterizedTest
    @MethodSource("collations")
    void rowsAreWrittenByATextAndANumberAndBelowAnotherRow(TestDatabase database, String collation) {
        try (Shop shop = open(database, collation)) {
            assertThat(shop.data(
                            "mutation { createDepots(inputs: [{code: \"A\", name: \"a\", notes: {create: [{body: \"1\"}, {body: \"2\"}]}},"
                                    + " {code: \"b\", name: \"b\", notes: {create: [{body: \"3\"}]}}])"
                                    + " { returning { code notes { body } } } }"))
                    .isEqualTo(
                            "{\"createDepots\":{\"returning\":[{\"code\":\"A\",\"notes\":[{\"body\":\"1\"},{\"body\":\"2\"}]},"
                                    + "{\"code\":\"b\",\"notes\":[{\"body\":\"3\"}]}]}}");
            assertThat(shop.data("mutation { a: createParcels(inputs: [{depotCode: \"b\", number: 9, label: \"n\"},"
                            + " {depotCode: \"A\", number: 9}, {depotCode: \"b\", number: 1}, {depotCode: \"A\", number: 1}]) { returning { depotCode number } }"
                            + " b: updateParcels(where: {depotCode: {eq: \"B\"}}, set: {label: \"no\"}) { affectedRows }"
                            + " c: updateParcels(where: {depotCode: {eq: \"A\"}}, set: {label: \"yes\"}) { affectedRows }"
                            + " d: deleteParcels(where: {number: {eq: 1}}) { returning { depotCode label } } }"))
                    .isEqualTo(
                            "{\"a\":{\"returning\":[{\"depotCode\":\"b\",\"number\":9},"
                                    + "{\"depotCode\":\"A\",\"number\":9},"
                                    + "{\"depotCode\":\"b\",\"number\":1},"
                                    + "{\"depotCode\":\"A\",\"number\":1}]},"
                                    + "\"b\":{\"affectedRows\":0},\"c\":{\"affectedRows\":2},"
                                    + "\"d\":{\"returning\":[{\"depotCode\":\"A\",\"label\":\"yes\"},{\"depotCode\":\"b\",\"label\":null}]}}");
            assertThat(shop.rows("SELECT depot_code, number, label FROM parcel"))
                    .containsExactlyInAnyOrder("A|9|yes", "b|9|n");
        }
    }

    @ParameterizedTest
    @MethodSource("collations")
    void keysThatTheDatabaseTakesForOneBreakItsKey(TestDatabase database, String collation) {
        boolean exact = collation.endsWith("_bin");
        try (Shop shop = open(database, collation)) {
            String two =
                    "mutation { createDepots(inputs: [{code: \"k\", name: \"1\"}, {code: \"K\", name: \"2\"}]) { returning { code } } }";
            if (exact) {
                assertThat(shop.data(two))
                        .isEqualTo("{\"createDepots\":{\"returning\":[{\"code\":\"k\"},{\"code\":\"K\"}]}}");
            } else {
                assertThat(shop.ask(two).errorCode()).isEqualTo("CONSTRAINT_VIOLATION");
                assertThat(shop.rows("SELECT code FROM depot")).isEmpty();
            }
        }
    }
}
