package io.fraiseql.distribution.write;

import static org.assertj.core.api.Assertions.assertThat;

import io.fraiseql.distribution.engine.EngineSettings;
import io.fraiseql.plugin.testkit.TestDatabase;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whoever has the answer of a mutation reads what it wrote, from the result cache too; what it cannot have touched stays there. */
class CachedReadsTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @MethodSource("io.fraiseql.distribution.write.Shop#databases")
    void aWriteDropsWhatItTouches(TestDatabase database) {
        EngineSettings settings =
                EngineSettings.open().writing().caching(new EngineSettings.Caching(600, 1 << 20, System::nanoTime));
        List<String> view = List.of("CREATE VIEW titles AS SELECT id, title FROM book");
        try (Shop shop = Shop.open(database, folder, settings, view)) {
            String authors = "{ authors { name books { title } } }";
            String titles = "{ titles { title } }";
            String stocks = "{ stocks { shop } }";
            assertThat(shop.data(authors) + shop.data(titles) + shop.data(stocks))
                    .isEqualTo("{\"authors\":[]}{\"titles\":[]}{\"stocks\":[]}");
            shop.data("mutation { createAuthor(input: {name: \"Ada\", books: {create: [{title: \"One\"}]}}) { id } }");
            assertThat(shop.data(authors))
                    .isEqualTo("{\"authors\":[{\"name\":\"Ada\",\"books\":[{\"title\":\"One\"}]}]}");
            assertThat(shop.data(titles)).isEqualTo("{\"titles\":[{\"title\":\"One\"}]}");
            long hits = shop.engine.statistics().resultHits();
            shop.data(stocks);
            assertThat(shop.engine.statistics().resultHits()).isEqualTo(hits + 1);
            shop.data("mutation { deleteBook(id: 1) { id } }");
            assertThat(shop.data(authors)).isEqualTo("{\"authors\":[{\"name\":\"Ada\",\"books\":[]}]}");
            assertThat(shop.data(titles)).isEqualTo("{\"titles\":[]}");
            assertThat(shop.ask("mutation { createAuthor(input: {name: \"Ada\"}) { id } }")
                            .errorCode())
                    .isEqualTo("CONSTRAINT_VIOLATION");
            long kept = shop.engine.statistics().resultHits();
            shop.data(authors);
            assertThat(shop.engine.statistics().resultHits())
                    .as("a write that failed drops nothing")
                    .isEqualTo(kept + 1);
        }
    }
}
