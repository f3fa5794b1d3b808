package io.fraiseql.distribution.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fraiseql.distribution.engine.EngineSettings;
import io.fraiseql.distribution.engine.TestingEngine;
import io.fraiseql.distribution.oracle.AggregateOracle;
import io.fraiseql.distribution.oracle.AggregateQuestion;
import io.fraiseql.distribution.oracle.Table;
import io.fraiseql.distribution.oracle.World;
import io.fraiseql.plugin.testkit.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Random questions about groups have one answer, on every database and in the oracle, to the last digit. */
final class AggregatesAgainstOracleTest {

    private static final int TRIES = Integer.getInteger("fraiseql.property.tries", 240);
    private static final long SEED = Long.getLong("fraiseql.property.seed", 20261120L);
    private static final int QUESTIONS = 25;

    @ParameterizedTest
    @EnumSource(Names.class)
    void answersAreTheSameEverywhere(Names names) {
        List<String> differences = new ArrayList<>();
        int tries = names == Names.PLAIN ? TRIES : TRIES / 4;
        int groups = 0;
        for (int done = 0; done < tries; done += QUESTIONS) {
            long seed = SEED + done;
            try (RandomWorld world = RandomWorld.draw(new Dice(seed), names, EngineSettings.open())) {
                Dice dice = new Dice(~seed);
                List<World.Query> lists = world.world().queries().values().stream()
                        .filter(World.Query::list)
                        .toList();
                for (int i = 0; i < QUESTIONS; i++) {
                    World.Query query = dice.of(lists);
                    groups += dice.percent(70)
                            ? root(world, dice, query, differences)
                            : nested(world, dice, query, differences);
                }
            }
        }
        assertThat(differences.stream().limit(3)).isEmpty();
        assertThat(groups).as("groups compared").isGreaterThan(tries / 2);
    }

    private static int root(RandomWorld world, Dice dice, World.Query query, List<String> differences) {
        RandomAggregate random =
                new RandomAggregate(dice, world.world(), world.world().table(query.type()));
        AggregateQuestion question = random.draw(true);
        ArrayNode wanted = new AggregateOracle(world.world()).groups(question);
        compare(world, random.root(query.name(), question), wanted, differences);
        return wanted.size();
    }

    private static int nested(RandomWorld world, Dice dice, World.Query query, List<String> differences) {
        Table parent = world.world().table(query.type());
        List<String> relations = parent.fields().keySet().stream()
                .filter(name -> parent.fields().get(name) instanceof Table.Relation relation && relation.many())
                .toList();
        if (relations.isEmpty() || parent.key().isEmpty()) {
            return 0;
        }
        String name = dice.of(relations);
        Table.Relation relation = (Table.Relation) parent.fields().get(name);
        RandomAggregate random =
                new RandomAggregate(dice, world.world(), world.world().table(relation.target()));
        AggregateQuestion question = random.draw(false);
        ArrayNode wanted = new AggregateOracle(world.world()).ofEach(parent, relation, question);
        compare(world, random.nested(query.name(), name, question), wanted, differences);
        return wanted.size();
    }

    private static void compare(RandomWorld world, Operation operation, ArrayNode wanted, List<String> differences) {
        for (TestDatabase database : TestDatabase.values()) {
            if (!database.present()) {
                continue;
            }
            TestingEngine engine = world.engine(database);
            JsonNode answer =
                    engine.ask(operation.text(), operation.variables()).tree();
            String found = flat(answer.at("/data/q")).toString();
            if (answer.has("errors") || !found.equals(wanted.toString())) {
                differences.add(operation.text() + "\n" + operation.variables() + "\n" + database + " " + answer
                        + "\noracle " + wanted);
            }
        }
    }

    /** Each value alone under its name, without the objects around it. */
    private static JsonNode flat(JsonNode node) {
        if (node.isArray()) {
            ArrayNode list = JsonNodeFactory.instance.arrayNode();
            node.forEach(element -> list.add(flat(element)));
            return list;
        }
        if (!node.isObject()) {
            return node;
        }
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        for (Map.Entry<String, JsonNode> member : node.properties()) {
            JsonNode value = member.getValue();
            while (value.has("x") || value.has("y")) {
                value = value.has("x") ? value.get("x") : value.get("y");
            }
            object.set(member.getKey(), flat(value));
        }
        return object;
    }
}
