package io.fraiseql.plugin.postgresql;

import static io.fraiseql.plugin.postgresql.TestingDatabase.PLAIN;
import static io.fraiseql.plugin.postgresql.TestingDatabase.rows;
import static io.fraiseql.plugin.postgresql.TestingDatabase.statement;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import io.fraiseql.plugin.jdbc.PoolConfig;
import io.fraiseql.plugin.testkit.TestPostgres;
import io.fraiseql.spi.ByteSize;
import io.fraiseql.spi.database.ColumnType;
import io.fraiseql.spi.database.DatabaseErrorCode;
import io.fraiseql.spi.database.ReadOptions;
import io.fraiseql.spi.database.ReadSession;
import io.fraiseql.spi.database.SqlStatement;
import io.fraiseql.spi.error.FraiseqlException;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Rows that are larger than {@code maxResultBytes} together end the statement before they are in memory. */
@Timeout(60)
class LargeResultTest {

    private static final String LIMIT = "4MiB";
    private static final SqlStatement LARGE =
            statement("select repeat('x', 1000000) from generate_series(1, 400)", List.of(), ColumnType.TEXT);
    private static final SqlStatement SMALL = statement("select 1", List.of(), ColumnType.INT);
    private static final long BOUND = 12L << 20;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    @Test
    void endsTheStatementAndHarmsNoOther() {
        String url = TestPostgres.shared().createDatabase();
        PostgresConfig config = new PostgresConfig(url, null, null, ByteSize.parse(LIMIT), PoolConfig.ofSize(1));
        try (PostgresDatabase database = new PostgresDatabase(config)) {
            for (int i = 0; i < 3; i++) {
                try (ReadSession session = database.openRead(PLAIN)) {
                    long before = threads.getCurrentThreadAllocatedBytes();
                    assertThatThrownBy(() -> rows(session, LARGE))
                            .isInstanceOfSatisfying(FraiseqlException.class, e -> assertThat(e.code())
                                    .isEqualTo(DatabaseErrorCode.QUERY_TOO_COMPLEX))
                            .hasMessageContaining("database.maxResultBytes");
                    assertThat(threads.getCurrentThreadAllocatedBytes() - before)
                            .isLessThan(BOUND);
                }
                try (ReadSession session = database.openRead(PLAIN)) {
                    assertThat(rows(session, SMALL)).isEqualTo(List.of(List.of(1L)));
                }
            }
        }
    }

    @Test
    void countsEachPartOfAStreamByItself() {
        String url = TestPostgres.shared().createDatabase();
        PostgresConfig config = new PostgresConfig(url, null, null, ByteSize.parse(LIMIT), PoolConfig.ofSize(1));
        SqlStatement many =
                statement("select repeat('x', 1000000) from generate_series(1, 20)", List.of(), ColumnType.TEXT);
        try (PostgresDatabase database = new PostgresDatabase(config);
                ReadSession session = database.openRead(new ReadOptions(TimeUnit.SECONDS.toNanos(5), false, 2))) {
            assertThat(rows(session, many)).hasSize(20);
        }
    }

    @Test
    void countsEachStatementByItself() {
        String url = TestPostgres.shared().createDatabase();
        PostgresConfig config = new PostgresConfig(url, null, null, ByteSize.parse(LIMIT), PoolConfig.ofSize(1));
        SqlStatement half = statement("select repeat('x', 3000000)", List.of(), ColumnType.TEXT);
        try (PostgresDatabase database = new PostgresDatabase(config);
                ReadSession session = database.openRead(PLAIN)) {
            for (int i = 0; i < 4; i++) {
                assertThat(rows(session, half)).hasSize(1);
            }
        }
    }
}
