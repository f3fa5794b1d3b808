package io.fraiseql.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import io.fraiseql.distribution.engine.Waiting;
import io.fraiseql.plugin.testkit.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;

/** A database with one table whose mutations are served, and its event log as other programs see it. */
final class ServedLog {

    static final Duration SOON = Duration.ofSeconds(40);

    private static final String SCHEMA = """
            {"version": "2.0.0", "types": [{"name": "Author", "sql_source": "author", "primary_key": ["id"],
              "fields": [{"name": "id", "type": "Int", "nullable": false}, {"name": "name", "type": "String", "nullable": false}]}],
             "queries": [{"name": "authors", "return_type": "Author", "returns_list": true}],
             "mutations": [{"name": "createAuthor", "return_type": "Author", "table": "author", "operation": "CREATE"}]}""";

    private final DatabaseFolder folder;
    private final TestDatabase database;
    private int authors;

    private ServedLog(DatabaseFolder folder, TestDatabase database) {
        this.folder = folder;
        this.database = database;
    }

    static ServedLog create(Path path, TestDatabase database) throws IOException {
        DatabaseFolder folder = DatabaseFolder.empty(path, database);
        folder.fill("CREATE TABLE author (id INTEGER NOT NULL PRIMARY KEY, name VARCHAR(40) NOT NULL)");
        folder.distribution().withFile("schema.json", SCHEMA);
        folder.compile("schema.json", database.dialect());
        folder.migrate();
        return new ServedLog(folder, database);
    }

    DatabaseFolder folder() {
        return folder;
    }

    /** Writes a row through a server. */
    void write(DistributionServer server) throws IOException {
        authors++;
        String document = "mutation { createAuthor(input: {id: %d, name: \"Ada\"}) { id } }".formatted(authors);
        assertThat(HttpAnswer.query(server.port(), document).body()).contains("\"id\":" + authors);
    }

    /** Appends events as another program does. */
    void append(int count, Instant created) {
        String time = created.toString();
        if (database.isMysqlFamily()) {
            time = time.replace('T', ' ').replace("Z", "");
        }
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < count; i++) {
            rows.append(i == 0 ? "" : ", ").append("('").append(UUID.randomUUID());
            rows.append("', 'Author', 'x', 'INSERT', '").append(time).append("')");
        }
        folder.fill("INSERT INTO fraiseql_event (id, entity_type, entity_id, event_type, created_at) VALUES " + rows);
    }

    /** Waits until so many events, and no others, have positions, which are 1 and up without gaps. */
    void awaitPlaced(int count) {
        assertThat(placedWithin(SOON, count)).as(this::state).isTrue();
        assertThat(numbers("SELECT position FROM fraiseql_event ORDER BY position"))
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, count).boxed().toList());
    }

    /** Whether so many events have positions, and no event has none, before the time is over. */
    boolean placedWithin(Duration time, int count) {
        return Waiting.until(
                time,
                Duration.ofMillis(20),
                () -> numbers("SELECT COUNT(position) FROM fraiseql_event").equals(List.of((long) count))
                        && numbers("SELECT COUNT(*) FROM fraiseql_event WHERE position IS NULL")
                                .equals(List.of(0L)));
    }

    private String state() {
        return "events and positions: " + numbers("SELECT COUNT(*) FROM fraiseql_event") + " "
                + numbers("SELECT position FROM fraiseql_event WHERE position IS NOT NULL ORDER BY sequence");
    }

    /** The rows of a query of one number. */
    List<Long> numbers(String sql) {
        return folder.numbers(sql);
    }

    /** Waits until a server gives the positions. */
    static void awaitOwner(DistributionServer server) {
        assertThat(Waiting.until(
                        SOON, Duration.ofMillis(50), () -> metrics(server).contains("\nfraiseql_outbox_owner 1.0")))
                .as("owns the log")
                .isTrue();
    }

    static String metrics(DistributionServer server) {
        try {
            return HttpAnswer.get(server.adminPort(), "/metrics").body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
