package io.fraiseql.bench.run;

import io.fraiseql.bench.queue.BareQueue;
import io.fraiseql.bench.queue.JdbcQueue;
import java.sql.SQLException;

/** Jobs in the server's own database. */
record TableQueue(String url) implements MeasuredQueue {

    @Override
    public String name() {
        return "database";
    }

    @Override
    public String configuration() {
        return "jobs: {queue: database}";
    }

    @Override
    public BareQueue bare() throws SQLException {
        return JdbcQueue.open(url);
    }

    @Override
    public boolean isEmpty() throws SQLException {
        return "f".equals(BenchPostgres.ask(url, "SELECT EXISTS (SELECT 1 FROM fraiseql_job)"));
    }

    @Override
    public void clear() throws SQLException {
        BenchPostgres.execute(url, "TRUNCATE fraiseql_job");
    }

    @Override
    public long processId() {
        return -1;
    }

    @Override
    public void close() {}
}
