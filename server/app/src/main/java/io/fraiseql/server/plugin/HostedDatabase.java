package io.fraiseql.server.plugin;

import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.database.ChangeSignal;
import io.fraiseql.spi.database.Database;
import io.fraiseql.spi.database.DatabaseSchema;
import io.fraiseql.spi.database.ReadOptions;
import io.fraiseql.spi.database.ReadSession;
import io.fraiseql.spi.database.Sessions;
import io.fraiseql.spi.database.WriteOptions;
import io.fraiseql.spi.database.WriteSession;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * A plugin's database whose calls that may load classes (connecting, describing, closing) run with the plugin's context class
 * loader. Sessions and cursors are the plugin's own: a wrapper there would cost every row.
 */
final class HostedDatabase implements Database {

    private final PluginCalls calls;
    private final Database database;
    private final Sessions sessions;

    HostedDatabase(PluginCalls calls, Database database) {
        this.calls = calls;
        this.database = database;
        this.sessions = new HostedSessions(calls, database);
    }

    @Override
    public ReadSession openRead(ReadOptions options) {
        return sessions.openRead(options);
    }

    @Override
    public WriteSession openWrite(WriteOptions options) {
        return sessions.openWrite(options);
    }

    @Override
    public Sessions systemSessions() {
        return new HostedSessions(calls, database.systemSessions());
    }

    @Override
    public String ping() {
        return calls.call(database::ping);
    }

    @Override
    public DatabaseSchema introspect(List<String> schemas) {
        return calls.call(() -> database.introspect(schemas));
    }

    @Override
    public PoolState pool() {
        return database.pool();
    }

    @Override
    public DataSource systemDataSource() {
        return calls.call(database::systemDataSource);
    }

    @Override
    public @Nullable ChangeSignal listen(Runnable changed) {
        return calls.call(() -> Optional.ofNullable(database.listen(changed))).orElse(null);
    }

    @Override
    public void close() {
        calls.call(() -> {
            database.close();
            return true;
        });
    }

    /** Opening a session may connect, and so load classes. */
    private record HostedSessions(PluginCalls calls, Sessions sessions) implements Sessions {

        @Override
        public ReadSession openRead(ReadOptions options) {
            return calls.call(() -> sessions.openRead(options));
        }

        @Override
        public WriteSession openWrite(WriteOptions options) {
            return calls.call(() -> sessions.openWrite(options));
        }
    }
}
