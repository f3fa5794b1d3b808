package io.fraiseql.distribution.write;

import static org.assertj.core.api.Assertions.assertThat;

import io.fraiseql.distribution.engine.Answer;
import io.fraiseql.distribution.engine.EngineSettings;
import io.fraiseql.plugin.testkit.TestDatabase;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Checks of PostgreSQL's domains name the fields that were written. */
class DomainTest {

    private static final List<String> COIN = List.of(
            "CREATE DOMAIN positive AS numeric(10, 2) CHECK (VALUE > 0)",
            "CREATE TABLE coin (id integer PRIMARY KEY, price positive, tax positive, weight integer CHECK (weight < 100))");

    @TempDir
    private Path folder;

    @Test
    void aBrokenCheckOfADomainNamesTheField() {
        try (Shop shop =
                Shop.open(TestDatabase.POSTGRESQL, folder, EngineSettings.open().writing(), COIN)) {
            refused(shop, "createCoin(input: {id: 1, price: \"-1\"}) { id }", "price");
            refused(shop, "createCoins(inputs: [{id: 1, tax: \"0\"}, {id: 2, tax: \"1\"}]) { affectedRows }", "tax");
            refused(shop, "createCoin(input: {id: 1, weight: 100}) { id }", "weight");
            shop.data("mutation { createCoin(input: {id: 1, price: \"1\", tax: \"1\"}) { id } }");
            refused(shop, "updateCoin(id: 1, set: {tax: \"-0.01\"}) { id }", "tax");
            refused(shop, "updateCoins(all: true, set: {price: \"0\"}) { affectedRows }", "price");
            assertThat(shop.rows("SELECT * FROM coin")).containsExactly("1|1.00|1.00|null");
        }
    }

    private static void refused(Shop shop, String field, String named) {
        Answer answer = shop.ask("mutation { " + field + " }");
        assertThat(answer.errorCode()).as(answer.json()).isEqualTo("CONSTRAINT_VIOLATION");
        assertThat(answer.tree().at("/errors/0/extensions/constraint").toString())
                .isEqualTo("{\"kind\":\"CHECK\",\"fields\":[\"" + named + "\"]}");
    }
}
