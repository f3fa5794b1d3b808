package io.fraiseql.plugin.postgresql;

import io.fraiseql.plugin.jdbc.PoolConfig;
import io.fraiseql.plugin.testkit.TestPostgres;
import io.fraiseql.plugin.testkit.contract.BaseContractTest;
import io.fraiseql.plugin.testkit.contract.ContractDatabase;
import io.fraiseql.plugin.testkit.contract.PostgresContractSql;
import java.time.Clock;

class PostgresContractTest extends BaseContractTest {

    @Override
    protected ContractDatabase database() {
        PostgresDatabaseFactory factory = new PostgresDatabaseFactory();
        PostgresConfig config = PostgresConfig.of(TestPostgres.shared().createDatabase(), PoolConfig.ofSize(2));
        return new ContractDatabase(
                factory.dialect(), new PostgresContractSql(), factory.create(config, Clock::systemUTC));
    }
}
