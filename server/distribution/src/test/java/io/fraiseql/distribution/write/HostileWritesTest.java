package io.fraiseql.distribution.write;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.TextNode;
import io.fraiseql.distribution.fuzz.Hostile;
import io.fraiseql.plugin.testkit.TestDatabase;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Texts that break out of statements, in every position of a write, come back as they went in and touch nothing else. */
class HostileWritesTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @MethodSource("io.fraiseql.distribution.write.Shop#databases")
    void everyPositionHoldsThem(TestDatabase database) {
        try (Shop shop = Shop.open(database, folder)) {
            shop.data("mutation { createAuthor(input: {name: \"untouched\"}) { id } }");
            List<String> texts = Hostile.TEXTS.stream()
                    .filter(text -> text.length() <= Shop.longestKey(database))
                    .toList();
            texts.forEach(text -> one(shop, text));
            many(shop, texts);
            assertThat(shop.rows("SELECT name FROM author")).containsExactly("untouched");
            assertThat(shop.rows("SELECT count(*) FROM stock")).containsExactly("" + texts.size());
            for (String text : Hostile.REFUSED) {
                assertThat(shop.ask(
                                        "mutation ($t: String!) { createStock(input: {shop: $t, shelf: 1, amount: 1}) { shop } }",
                                        Map.of("t", text))
                                .errorCode())
                        .isEqualTo("BAD_USER_INPUT");
            }
        }
    }

    private static void one(Shop shop, String text) {
        Map<String, Object> values = Map.of("t", text);
        String key = "(shop: $t, shelf: 0";
        String document = "mutation ($t: String!) { "
                + "a: createStock(input: {shop: $t, shelf: 0, amount: 1}) { shop } "
                + "b: updateStock" + key + ", set: {amount: 2}) { shop amount } "
                + "c: upsertStock(input: {shop: $t, shelf: 0, amount: 3}) { shop amount } "
                + "d: updateStocks(where: {shop: {in: [$t]}}, set: {amount: 4}) { returning { shop amount } } "
                + "e: deleteStock" + key + ") { shop amount } }";
        assertThat(shop.data(document, values).toString()).isEqualTo("""
                        {"a":{"shop":TEXT},"b":{"shop":TEXT,"amount":2},"c":{"shop":TEXT,"amount":3},\
                        "d":{"returning":[{"shop":TEXT,"amount":4}]},"e":{"shop":TEXT,"amount":4}}""".replace("TEXT", quoted(text)));
    }

    private static String quoted(String text) {
        return TextNode.valueOf(text).toString();
    }

    private static void many(Shop shop, List<String> texts) {
        List<Object> inputs = IntStream.range(0, texts.size())
                .<Object>mapToObj(i -> Map.of("shop", texts.get(i), "shelf", (long) i, "amount", 1L))
                .toList();
        var returned = shop.data(
                        "mutation ($r: [StockCreateInput!]!) { createStocks(inputs: $r) { returning { shop } } }",
                        Map.of("r", inputs))
                .at("/createStocks/returning");
        for (int i = 0; i < texts.size(); i++) {
            assertThat(returned.get(i).get("shop").asText()).isEqualTo(texts.get(i));
        }
    }
}
