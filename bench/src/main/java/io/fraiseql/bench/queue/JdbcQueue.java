package io.fraiseql.bench.queue;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** A queue in a table of PostgreSQL, through JDBC: a batch in, a claim by {@code SKIP LOCKED}, a delete; each a transaction. */
public final class JdbcQueue implements BareQueue {

    private static final String TABLE = """
            CREATE TABLE IF NOT EXISTS bare_job (
                id text PRIMARY KEY, state text NOT NULL, organisation text NOT NULL, turn bigint NOT NULL, event text NOT NULL
            )""";
    private static final String INDEX = "CREATE INDEX IF NOT EXISTS bare_job_turn ON bare_job (state, turn)";
    private static final String ADD = "INSERT INTO bare_job VALUES (?, 'PENDING', ?, ?, ?)";
    /** An array is made once; rows of a subquery may be looked for again for each row, when the statistics are of an empty table. */
    private static final String CLAIM = """
            UPDATE bare_job SET state = 'RUNNING' WHERE id = ANY (ARRAY(
                SELECT id FROM bare_job WHERE state = 'PENDING' ORDER BY turn LIMIT ? FOR UPDATE SKIP LOCKED))
            RETURNING id, event""";

    private static final String END = "DELETE FROM bare_job WHERE id = ANY (?)";
    private static final int ORGANISATIONS = 10;

    private final Connection adding;
    private final Connection taking;
    private final PreparedStatement add;
    private final PreparedStatement claim;
    private final PreparedStatement end;

    private JdbcQueue(Connection adding, Connection taking) throws SQLException {
        this.adding = adding;
        this.taking = taking;
        this.add = adding.prepareStatement(ADD);
        this.claim = taking.prepareStatement(CLAIM);
        this.end = taking.prepareStatement(END);
    }

    /** Makes its table where that is not there. */
    public static JdbcQueue open(String url) throws SQLException {
        Connection adding = DriverManager.getConnection(url + "&reWriteBatchedInserts=true");
        try (var statement = adding.createStatement()) {
            statement.execute(TABLE);
            statement.execute(INDEX);
        }
        adding.setAutoCommit(false);
        return new JdbcQueue(adding, DriverManager.getConnection(url));
    }

    @Override
    public void add(int first, int count) {
        try {
            for (int number = first; number < first + count; number++) {
                add.setString(1, number + ":queued");
                add.setString(2, "o" + number % ORGANISATIONS);
                add.setLong(3, number / ORGANISATIONS);
                add.setString(4, BareJobs.event(number));
                add.addBatch();
            }
            add.executeBatch();
            adding.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public int take(int most) {
        try {
            List<String> ids = new ArrayList<>();
            claim.setInt(1, most);
            try (ResultSet rows = claim.executeQuery()) {
                while (rows.next()) {
                    ids.add(rows.getString(1));
                    rows.getString(2);
                }
            }
            if (!ids.isEmpty()) {
                end.setArray(1, taking.createArrayOf("text", ids.toArray()));
                end.executeUpdate();
            }
            return ids.size();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        try {
            adding.close();
            taking.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
