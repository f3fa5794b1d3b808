package io.fraiseql.distribution.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.fraiseql.distribution.engine.EngineSettings;
import io.fraiseql.distribution.engine.TestingEngine;
import io.fraiseql.distribution.oracle.World;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Walking a random list page by page through its cursors, forward and backward, with any filter, order and nulls, on both databases, gives
 * the list that the oracle gives: nothing twice, nothing left out, and flags and counts that are true.
 */
final class ConnectionWalkTest {

    private static final int TRIES = Integer.getInteger("fraiseql.property.tries", 100);
    private static final long SEED = Long.getLong("fraiseql.property.seed", 20261120L);
    private static final int LISTS = 20;

    @ParameterizedTest
    @EnumSource(Names.class)
    void pagesAreTheList(Names names) {
        int tries = names == Names.PLAIN ? TRIES : TRIES / 4;
        int rows = 0;
        for (int done = 0; done < tries; done += LISTS) {
            long seed = SEED + done;
            try (RandomWorld world = RandomWorld.draw(new Dice(seed), names, EngineSettings.open())) {
                Dice dice = new Dice(~seed);
                for (int i = 0; i < LISTS; i++) {
                    rows += walk(world, dice, "seed " + seed + ", list " + i);
                }
            }
        }
        assertThat(rows).as("rows walked over").isGreaterThan(tries);
    }

    private static int walk(RandomWorld world, Dice dice, String name) {
        RandomConnection connection = RandomConnection.draw(dice, world.world());
        JsonNode rows = world.oracle()
                .answer(connection.list().text(), connection.list().variables())
                .get("q");
        List<String> wanted = new ArrayList<>();
        rows.forEach(row -> wanted.add(row.toString()));
        for (TestingEngine engine : world.engines()) {
            PageWalk walk = new PageWalk(
                    engine, connection, name + "\n" + connection.pages().text());
            walk.forward(wanted, dice.between(1, 4));
            walk.backward(wanted, dice.between(1, 4));
            walk.windows(wanted, dice);
        }
        return wanted.size();
    }

    @ParameterizedTest
    @EnumSource(Names.class)
    void pagesOfEachParentAreItsList(Names names) {
        int parents = 0;
        for (int done = 0; done < TRIES; done += LISTS) {
            long seed = SEED + 7 * done;
            try (RandomWorld world = RandomWorld.draw(new Dice(seed), names, EngineSettings.open())) {
                Dice dice = new Dice(~seed);
                for (World.Query query : world.world().queries().values()) {
                    for (int i = 0; query.list() && i < 4; i++) {
                        parents += nested(world, dice, query, "seed " + seed);
                    }
                }
            }
        }
        assertThat(parents).as("parents with children").isGreaterThan(50);
    }

    private static int nested(RandomWorld world, Dice dice, World.Query query, String name) {
        RandomConnection connection = RandomConnection.nested(dice, world.world(), query);
        if (connection == null) {
            return 0;
        }
        JsonNode lists = world.oracle()
                .answer(connection.list().text(), connection.list().variables())
                .get("q");
        int found = 0;
        for (TestingEngine engine : world.engines()) {
            found = new NestedPages(
                            engine, connection, name + "\n" + connection.pages().text())
                    .compare(lists, dice);
        }
        return found;
    }
}
