package io.fraiseql.plugin.mysql;

import io.fraiseql.plugin.jdbc.PoolConfig;
import io.fraiseql.plugin.testkit.TestDatabase;
import io.fraiseql.plugin.testkit.contract.BaseContractTest;
import io.fraiseql.plugin.testkit.contract.ContractDatabase;
import io.fraiseql.plugin.testkit.contract.MysqlContractSql;
import java.nio.file.Path;
import java.time.Clock;

class MariadbContractTest extends BaseContractTest {

    @Override
    protected ContractDatabase database() {
        TestDatabase.MARIADB.require();
        MariadbDatabaseFactory factory = new MariadbDatabaseFactory();
        String url = TestDatabase.MARIADB.create(Path.of(""));
        MariadbConfig config = new MariadbConfig(url, null, null, PoolConfig.ofSize(2));
        return new ContractDatabase(
                factory.dialect(), new MysqlContractSql(true), factory.create(config, Clock::systemUTC));
    }
}
