package io.fraiseql.distribution.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.fraiseql.distribution.engine.TestingEngine;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Walks over a connection of the root and compares what it meets with the whole list. */
final class PageWalk {

    private final TestingEngine engine;
    private final RandomConnection connection;
    private final String name;
    private final List<String> cursors = new ArrayList<>();

    PageWalk(TestingEngine engine, RandomConnection connection, String name) {
        this.engine = engine;
        this.connection = connection;
        this.name = name;
    }

    void forward(List<String> wanted, long size) {
        cursors.clear();
        List<String> met = new ArrayList<>();
        String after = null;
        boolean more = true;
        while (more) {
            JsonNode page = ask(connection.page("first", size, "after", after));
            met.addAll(nodes(page));
            page.get("edges").forEach(edge -> cursors.add(edge.get("cursor").asText()));
            more = page.at("/pageInfo/hasNextPage").asBoolean();
            assertThat(page.at("/pageInfo/hasPreviousPage").asBoolean())
                    .as(name)
                    .isEqualTo(after != null);
            assertThat(page.get("totalCount").asInt()).as(name).isEqualTo(wanted.size());
            assertThat(more).as(name).isEqualTo(met.size() < wanted.size());
            after = page.at("/pageInfo/endCursor").asText();
        }
        assertThat(met).as(name).isEqualTo(wanted);
    }

    void backward(List<String> wanted, long size) {
        List<String> met = new ArrayList<>();
        String before = null;
        boolean more = true;
        while (more) {
            JsonNode page = ask(connection.page("last", size, "before", before));
            met.addAll(0, nodes(page));
            more = page.at("/pageInfo/hasPreviousPage").asBoolean();
            assertThat(page.at("/pageInfo/hasNextPage").asBoolean()).as(name).isEqualTo(before != null);
            assertThat(more).as(name).isEqualTo(met.size() < wanted.size());
            before = page.at("/pageInfo/startCursor").asText();
        }
        assertThat(met).as(name).isEqualTo(wanted);
    }

    /** Pages between two cursors. */
    void windows(List<String> wanted, Dice dice) {
        for (int i = 0; i < 3 && !wanted.isEmpty(); i++) {
            int from = dice.between(0, wanted.size() - 1);
            int to = dice.between(0, wanted.size() - 1);
            List<String> between = from + 1 < to ? wanted.subList(from + 1, to) : List.of();
            int size = dice.between(0, 3);
            int kept = Math.min(size, between.size());
            Map<String, Object> first =
                    connection.page("first", (long) size, "after", cursors.get(from), "before", cursors.get(to));
            assertThat(nodes(ask(first))).as(name).isEqualTo(between.subList(0, kept));
            Map<String, Object> last =
                    connection.page("last", (long) size, "after", cursors.get(from), "before", cursors.get(to));
            assertThat(nodes(ask(last))).as(name).isEqualTo(between.subList(between.size() - kept, between.size()));
            assertThat(nodes(ask(connection.page("after", cursors.get(from)))))
                    .as(name)
                    .isEqualTo(wanted.subList(from + 1, wanted.size()));
        }
    }

    private JsonNode ask(Map<String, Object> variables) {
        return engine.ask(connection.pages().text(), variables).data().get("q");
    }

    private List<String> nodes(JsonNode page) {
        List<String> nodes = new ArrayList<>();
        page.get("nodes").forEach(node -> nodes.add(node.toString()));
        List<String> ofEdges = new ArrayList<>();
        page.get("edges").forEach(edge -> ofEdges.add(edge.get("node").toString()));
        assertThat(ofEdges).as(name).isEqualTo(nodes);
        return nodes;
    }
}
