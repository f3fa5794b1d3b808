package io.fraiseql.plugin.sqlite;

import io.fraiseql.plugin.jdbc.PoolConfig;
import io.fraiseql.plugin.testkit.TestDatabase;
import io.fraiseql.plugin.testkit.contract.BaseContractTest;
import io.fraiseql.plugin.testkit.contract.ContractDatabase;
import io.fraiseql.plugin.testkit.contract.SqliteContractSql;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.io.TempDir;

class SqliteContractTest extends BaseContractTest {

    @TempDir
    private Path folder;

    @Override
    protected ContractDatabase database() {
        SqliteDatabaseFactory factory = new SqliteDatabaseFactory();
        String url = TestDatabase.SQLITE.create(folder);
        SqliteConfig config = new SqliteConfig(url, Duration.ofSeconds(5), PoolConfig.ofSize(2));
        return new ContractDatabase(
                factory.dialect(), new SqliteContractSql(), factory.create(config, Clock::systemUTC));
    }
}
