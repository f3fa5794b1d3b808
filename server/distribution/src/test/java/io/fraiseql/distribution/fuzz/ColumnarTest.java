package io.fraiseql.distribution.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.fraiseql.core.plan.RootPlan;
import io.fraiseql.distribution.engine.ColumnarRows;
import io.fraiseql.distribution.engine.EngineSettings;
import io.fraiseql.distribution.engine.TestingEngine;
import io.fraiseql.distribution.oracle.Table;
import io.fraiseql.spi.database.ReadOptions;
import io.fraiseql.spi.database.RowShape;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The rows of a plan can be read into typed columns and put together by their shape alone: what another transport than JSON does. */
final class ColumnarTest {

    private static final int WORLDS = 5;
    private static final ReadOptions OPTIONS = new ReadOptions(5_000_000_000L, false, 0);

    @Test
    void columnsHoldWhatTheAnswerShows() {
        for (int seed = 0; seed < WORLDS; seed++) {
            try (RandomWorld world = RandomWorld.draw(new Dice(seed), Names.PLAIN, EngineSettings.open())) {
                world.world().queries().values().stream()
                        .filter(query -> query.list())
                        .forEach(query -> {
                            String document = "{ " + query.name()
                                    + selection(world, world.world().table(query.type()), 2) + " }";
                            world.engines().forEach(engine -> compare(engine, document));
                        });
            }
        }
    }

    /** Every column, and every to-many relation. */
    private static String selection(RandomWorld world, Table table, int depth) {
        StringBuilder fields = new StringBuilder(" {");
        table.fields().forEach((name, field) -> {
            if (field instanceof Table.Column) {
                fields.append(' ').append(name);
            } else if (depth > 0 && ((Table.Relation) field).many()) {
                Table target = world.world().table(((Table.Relation) field).target());
                fields.append(' ').append(name).append("(limit: 3)").append(selection(world, target, depth - 1));
            }
        });
        return fields.append(" }").toString();
    }

    private static void compare(TestingEngine engine, String document) {
        JsonNode data = engine.ask(document, Map.of()).data();
        TestingEngine.Planned planned = engine.plan(document, Map.of());
        RootPlan.Rows root = (RootPlan.Rows) planned.plan().roots().get(0);
        Object[] values = root.slots().stream()
                .map(slot -> root.sources().get(slot).value(planned.variables()))
                .toArray();
        RowShape shape = root.statement().shape();
        try (var session = engine.database().openRead(OPTIONS);
                var cursor = session.query(root.statement(), values)) {
            ColumnarRows rows = ColumnarRows.read(shape, cursor);
            new Columns(shape, rows).compare(0, 0, data.elements().next());
        }
    }

    /** The rows of a shape. */
    private record Columns(RowShape shape, ColumnarRows rows) {

        void compare(int branch, long parent, JsonNode list) {
            List<Integer> found = rowsOf(branch, parent);
            assertThat(found).hasSize(list.size());
            for (int i = 0; i < found.size(); i++) {
                int row = found.get(i);
                assertThat(cells(branch, row)).containsExactlyInAnyOrderElementsOf(leaves(list.get(i)));
                List<JsonNode> lists = new ArrayList<>();
                list.get(i).forEach(value -> {
                    if (value.isArray()) {
                        lists.add(value);
                    }
                });
                List<Integer> children = children(branch);
                assertThat(children).hasSameSizeAs(lists);
                for (int child = 0; child < lists.size(); child++) {
                    compare(children.get(child), id(branch, row), lists.get(child));
                }
            }
        }

        private List<Integer> rowsOf(int branch, long parent) {
            if (!shape.branched()) {
                return IntStream.range(0, rows.count()).boxed().toList();
            }
            Map<Long, Integer> byOrdinal = new TreeMap<>();
            for (int row = 0; row < rows.count(); row++) {
                boolean of = rows.number(row, RowShape.BRANCH) == branch
                        && (branch == 0 || rows.number(row, RowShape.PARENT) == parent);
                if (of) {
                    assertThat(byOrdinal.put(rows.number(row, RowShape.ORDINAL), row))
                            .isNull();
                }
            }
            return List.copyOf(byOrdinal.values());
        }

        private List<Integer> children(int branch) {
            return IntStream.range(0, shape.branches().size())
                    .filter(child -> shape.branches().get(child).parent() == branch)
                    .boxed()
                    .toList();
        }

        private long id(int branch, int row) {
            int column = shape.branches().get(branch).id();
            return column < 0 ? -1 : rows.number(row, column);
        }

        private List<String> cells(int branch, int row) {
            List<String> cells = new ArrayList<>();
            for (int column : shape.branches().get(branch).columns()) {
                if (!rows.isNull(row, column)) {
                    cells.add(CellText.of(rows, row, column));
                }
            }
            return cells;
        }

        private List<String> leaves(JsonNode object) {
            List<String> leaves = new ArrayList<>();
            object.forEach(value -> {
                if (value.isDouble()) {
                    leaves.add(String.valueOf(value.doubleValue()));
                } else if (value.isValueNode() && !value.isNull()) {
                    leaves.add(unpadded(value.asText()));
                }
            });
            return leaves;
        }

        /** Times as java.time writes them. */
        private static String unpadded(String text) {
            if (text.matches("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z")) {
                return Instant.parse(text).toString();
            }
            if (text.matches("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+")) {
                return LocalDateTime.parse(text).toString();
            }
            return text.matches("\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?")
                    ? LocalTime.parse(text).toString()
                    : text;
        }
    }
}
