package io.fraiseql.distribution.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.fraiseql.distribution.engine.TestingEngine;
import java.util.ArrayList;
import java.util.List;

/** Compares the connections of all parents with their lists. */
final class NestedPages {

    private final TestingEngine engine;
    private final RandomConnection connection;
    private final String name;

    NestedPages(TestingEngine engine, RandomConnection connection, String name) {
        this.engine = engine;
        this.connection = connection;
        this.name = name;
    }

    /** Asks for the first page, the last one, and one from a cursor on; gives the number of parents that have children. */
    int compare(JsonNode lists, Dice dice) {
        long size = dice.between(1, 3);
        JsonNode first = ask("first", size);
        JsonNode last = ask("last", size);
        JsonNode all = ask();
        int parents = 0;
        for (int i = 0; i < lists.size(); i++) {
            List<String> wanted = list(lists.get(i).get("r"));
            int kept = (int) Math.min(size, wanted.size());
            boolean more = wanted.size() > size;
            page(first.get(i).get("r"), wanted.subList(0, kept), wanted.size(), more, false);
            page(last.get(i).get("r"), wanted.subList(wanted.size() - kept, wanted.size()), wanted.size(), false, more);
            page(all.get(i).get("r"), wanted, wanted.size(), false, false);
            if (!wanted.isEmpty()) {
                parents++;
                String cursor = all.get(i).at("/r/edges/0/cursor").asText();
                JsonNode rest = ask("after", cursor).get(i).get("r");
                page(rest, wanted.subList(1, wanted.size()), wanted.size(), false, true);
            }
        }
        return parents;
    }

    private void page(JsonNode page, List<String> wanted, int total, boolean next, boolean previous) {
        List<String> found = new ArrayList<>();
        page.get("edges").forEach(edge -> found.add(edge.get("node").toString()));
        assertThat(found).as(name).isEqualTo(wanted);
        assertThat(page.get("totalCount").asInt()).as(name).isEqualTo(total);
        assertThat(page.at("/pageInfo/hasNextPage").asBoolean()).as(name).isEqualTo(next);
        assertThat(page.at("/pageInfo/hasPreviousPage").asBoolean()).as(name).isEqualTo(previous);
        JsonNode start = page.at("/edges/0/cursor");
        assertThat(page.at("/pageInfo/startCursor").asText("null")).as(name).isEqualTo(start.asText("null"));
    }

    private JsonNode ask(Object... page) {
        return engine.ask(connection.pages().text(), connection.page(page))
                .data()
                .get("q");
    }

    private static List<String> list(JsonNode array) {
        List<String> list = new ArrayList<>();
        array.forEach(node -> list.add(node.toString()));
        return list;
    }
}
