package io.fraiseql.distribution.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.fraiseql.core.plan.RootPlan;
import io.fraiseql.distribution.engine.EngineSettings;
import io.fraiseql.plugin.testkit.TestDatabase;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The result cache depends on every table that a statement reads, and on no other. */
final class CachedSourcesTest {

    private static final Pattern TABLE = Pattern.compile("(?:FROM|JOIN) \"([^\"]+)\" AS ");
    private static final int WORLDS = 8;
    private static final int OPERATIONS = 50;

    @Test
    void theSourcesAreTheTablesOfTheStatement() {
        EngineSettings settings =
                EngineSettings.open().caching(new EngineSettings.Caching(60, 1 << 20, System::nanoTime));
        int compared = 0;
        for (int seed = 0; seed < WORLDS; seed++) {
            try (RandomWorld world = RandomWorld.draw(new Dice(seed), Names.PLAIN, settings)) {
                Dice dice = new Dice(~seed);
                for (int i = 0; i < OPERATIONS; i++) {
                    Operation operation = new RandomOperation(dice, world.world()).draw();
                    for (RootPlan root : world.engine(TestDatabase.POSTGRESQL)
                            .plan(operation.text(), operation.variables())
                            .plan()
                            .roots()) {
                        if (root instanceof RootPlan.Rows rows) {
                            assertThat(sources(rows))
                                    .isEqualTo(tables(rows.statement().sql()));
                            compared++;
                        }
                    }
                }
            }
        }
        assertThat(compared).isGreaterThanOrEqualTo(WORLDS * OPERATIONS);
    }

    private static Set<String> sources(RootPlan.Rows rows) {
        RootPlan.Caching caching = Objects.requireNonNull(rows.caching());
        return caching.sources().stream().flatMap(List::stream).collect(Collectors.toSet());
    }

    private static Set<String> tables(String sql) {
        return TABLE.matcher(sql).results().map(result -> result.group(1)).collect(Collectors.toSet());
    }
}
