package io.fraiseql.plugin.sqlserver;

import io.fraiseql.plugin.jdbc.PoolConfig;
import io.fraiseql.plugin.testkit.TestDatabase;
import io.fraiseql.plugin.testkit.contract.BaseContractTest;
import io.fraiseql.plugin.testkit.contract.ContractDatabase;
import io.fraiseql.plugin.testkit.contract.SqlServerContractSql;
import java.nio.file.Path;
import java.time.Clock;

/** Only on a live server; see docs/sqlserver.md. */
class SqlServerContractTest extends BaseContractTest {

    @Override
    protected ContractDatabase database() {
        TestDatabase.SQLSERVER.require();
        SqlServerDatabaseFactory factory = new SqlServerDatabaseFactory();
        String url = TestDatabase.SQLSERVER.create(Path.of(""));
        SqlServerConfig config = new SqlServerConfig(url, null, null, PoolConfig.ofSize(2));
        return new ContractDatabase(
                factory.dialect(), new SqlServerContractSql(), factory.create(config, Clock::systemUTC));
    }
}
