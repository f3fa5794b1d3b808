package io.fraiseql.bench.run;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;

/**
 * Starts servers whose rule makes jobs.
 *
 * @param url of their database
 */
record JobServers(Programs programs, String url, Path schema) {

    /**
     * One server, with an empty queue.
     *
     * @param actions of its rule, as YAML
     * @param more keys of {@code observers}, each with a comma behind it
     */
    Program start(String name, MeasuredQueue queue, String actions, String more) throws IOException, SQLException {
        Program server = programs.server(
                name + "-" + queue.name(), url, schema, """
                events: {outbox: {migrate: always}}
                %s
                observers: {%s rules: [{name: queued, entity: Note, event: INSERT, mode: queued, actions: [%s]}]}
                """.formatted(queue.configuration(), more, actions));
        queue.clear();
        return server;
    }
}
