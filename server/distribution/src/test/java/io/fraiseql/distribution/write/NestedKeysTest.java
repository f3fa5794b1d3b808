package io.fraiseql.distribution.write;

import static org.assertj.core.api.Assertions.assertThat;

import io.fraiseql.distribution.engine.Answer;
import io.fraiseql.distribution.engine.EngineSettings;
import io.fraiseql.plugin.testkit.TestDatabase;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Related rows of which the key of one is a part of the key of the other: a parcel is numbered in its depot, a depot in its town. */
class NestedKeysTest {

    private static final List<String> TABLES = List.of(
            "CREATE TABLE town (id INTEGER NOT NULL PRIMARY KEY, name VARCHAR(20))",
            "CREATE TABLE depot (town_id INTEGER NOT NULL, no INTEGER NOT NULL, name VARCHAR(20), PRIMARY KEY (town_id, no),"
                    + " FOREIGN KEY (town_id) REFERENCES town (id))",
            "CREATE TABLE parcel (town_id INTEGER NOT NULL, depot_no INTEGER NOT NULL, no INTEGER NOT NULL, label VARCHAR(20) UNIQUE,"
                    + " PRIMARY KEY (town_id, depot_no, no), FOREIGN KEY (town_id, depot_no) REFERENCES depot (town_id, no))",
            "CREATE TABLE mayor (town_id INTEGER NOT NULL PRIMARY KEY, name VARCHAR(20),"
                    + " FOREIGN KEY (town_id) REFERENCES town (id))");
    private static final String BOTH_LEVELS =
            "mutation { createTown(input: {id: 1, name: \"Ulm\", depots: {create: [{no: 1, name: \"a\", parcels: {create: [{no: 7, label: \"x\"},"
                    + " {no: 8}]}}, {no: 2}]}}) { depots { no parcels { no townId depotNo label } } } }";
    private static final String EVENTS =
            "SELECT entity_type, entity_id, event_type FROM fraiseql_event ORDER BY sequence";

    @TempDir
    private Path folder;

    private Shop open(TestDatabase database) {
        return Shop.open(database, folder, EngineSettings.open().writing(), TABLES);
    }

    @ParameterizedTest
    @MethodSource("io.fraiseql.distribution.write.Shop#databases")
    void rowsAreCreatedBelowTheRowTheyAreNumberedIn(TestDatabase database) {
        try (Shop shop = open(database)) {
            assertThat(shop.data(BOTH_LEVELS))
                    .isEqualTo("{\"createTown\":{\"depots\":[{\"no\":1,\"parcels\":["
                            + "{\"no\":7,\"townId\":1,\"depotNo\":1,\"label\":\"x\"},{\"no\":8,\"townId\":1,\"depotNo\":1,\"label\":null}]},"
                            + "{\"no\":2,\"parcels\":[]}]}}");
            assertThat(shop.rows(EVENTS))
                    .containsExactly(
                            "Town|1|INSERT",
                            "Depot|[1,1]|INSERT",
                            "Parcel|[1,1,7]|INSERT",
                            "Parcel|[1,1,8]|INSERT",
                            "Depot|[1,2]|INSERT");
        }
    }

    @ParameterizedTest
    @MethodSource("io.fraiseql.distribution.write.Shop#databases")
    void aRowIsCreatedWithTheRowsThatItIsNumberedIn(TestDatabase database) {
        try (Shop shop = open(database)) {
            assertThat(
                            shop.data(
                                    "mutation { createParcel(input: {no: 7, depot: {create: {no: 1, town: {create: {id: 3}}}}}) { townId depotNo }"
                                            + " b: createParcel(input: {no: 8, depot: {connect: {townId: 3, no: 1}}}) { townId depotNo }"
                                            + " c: createParcel(input: {no: 9, depot: {upsert: {input: {townId: 3, no: 1, name: \"d\"}}}}) { depot { name } } }"))
                    .isEqualTo("{\"createParcel\":{\"townId\":3,\"depotNo\":1},\"b\":{\"townId\":3,\"depotNo\":1},"
                            + "\"c\":{\"depot\":{\"name\":\"d\"}}}");
            assertThat(shop.rows(EVENTS))
                    .containsExactly(
                            "Town|3|INSERT",
                            "Depot|[3,1]|INSERT",
                            "Parcel|[3,1,7]|INSERT",
                            "Parcel|[3,1,8]|INSERT",
                            "Depot|[3,1]|UPDATE",
                            "Parcel|[3,1,9]|INSERT");
        }
    }

    @ParameterizedTest
    @MethodSource("io.fraiseql.distribution.write.Shop#databases")
    void theyAreChangedAndDeletedWithIt(TestDatabase database) {
        try (Shop shop = open(database)) {
            shop.data(BOTH_LEVELS);
            assertThat(shop.data(
                            "mutation { updateDepot(townId: 1, no: 1, set: {name: \"A\", town: {update: {name: \"Ulm!\"}},"
                                    + " parcels: {delete: [{townId: 1, depotNo: 1, no: 8}], update: [{key: {townId: 1, depotNo: 1, no: 7}, set: {label: \"y\"}}],"
                                    + " upsert: [{input: {no: 7, label: \"z\"}}, {input: {no: 9}}], create: [{no: 10}]}})"
                                    + " { name town { name } parcels { no label } } }"))
                    .isEqualTo("{\"updateDepot\":{\"name\":\"A\",\"town\":{\"name\":\"Ulm!\"},\"parcels\":["
                            + "{\"no\":7,\"label\":\"z\"},{\"no\":9,\"label\":null},{\"no\":10,\"label\":null}]}}");
        }
    }

    @ParameterizedTest
    @MethodSource("io.fraiseql.distribution.write.Shop#databases")
    void whatWouldChangeAKeyIsRefused(TestDatabase database) {
        try (Shop shop = open(database)) {
            shop.data(BOTH_LEVELS);
            List<String> events = shop.rows(EVENTS);
            refused(
                    shop,
                    "updateDepot(townId: 1, no: 2, set: {parcels: {connect: [{townId: 1, depotNo: 1, no: 7}]}})",
                    "connect");
            refused(
                    shop,
                    "updateDepot(townId: 1, no: 1, set: {parcels: {disconnect: [{townId: 1, depotNo: 1, no: 7}]}})",
                    "disconnect");
            refused(
                    shop,
                    "updateParcel(townId: 1, depotNo: 1, no: 7, set: {depot: {connect: {townId: 1, no: 2}}})",
                    "connect");
            refused(shop, "updateParcel(townId: 1, depotNo: 1, no: 7, set: {depot: {delete: true}})", "delete");
            refused(
                    shop,
                    "updateDepot(townId: 1, no: 2, set: {parcels: {upsert: [{input: {no: 3, label: \"x\"}, onConflict: {fields: [label]}}]}})",
                    "belongs to another");
            refused(
                    shop,
                    "updateDepot(townId: 1, no: 2, set: {parcels: {delete: [{townId: 1, depotNo: 1, no: 7}]}})",
                    "belongs to another");
            refused(
                    shop,
                    "createParcel(input: {townId: 1, no: 7, depot: {connect: {townId: 1, no: 2}}})",
                    "filled by a relation");
            refused(shop, "createParcel(input: {no: 7})", "townId");
            refused(shop, "createMayor(input: {name: \"m\", town: {create: {id: 5}}})", "town");
            refused(
                    shop,
                    "createTown(input: {id: 2, depots: {create: [{no: 1, town: {connect: {id: 1}}}]}})",
                    "two relations");
            assertThat(shop.rows(EVENTS)).isEqualTo(events);
            assertThat(
                            shop.data(
                                    "mutation { createTown(input: {id: 2, depots: {create: [{no: 1, town: {connect: {id: 2}}}]}}) { depots { no } } }"))
                    .isEqualTo("{\"createTown\":{\"depots\":[{\"no\":1}]}}");
        }
    }

    private static void refused(Shop shop, String mutation, String message) {
        Answer answer = shop.ask("mutation { " + mutation + " { __typename } }");
        assertThat(answer.errorCode())
                .as(answer.json())
                .isIn("GRAPHQL_VALIDATION_FAILED", "BAD_USER_INPUT", "NOT_FOUND");
        assertThat(answer.json()).contains(message);
    }
}
