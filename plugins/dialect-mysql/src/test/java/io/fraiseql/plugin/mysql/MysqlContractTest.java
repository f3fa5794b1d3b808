package io.fraiseql.plugin.mysql;

import io.fraiseql.plugin.jdbc.PoolConfig;
import io.fraiseql.plugin.testkit.TestDatabase;
import io.fraiseql.plugin.testkit.contract.BaseContractTest;
import io.fraiseql.plugin.testkit.contract.ContractDatabase;
import io.fraiseql.plugin.testkit.contract.MysqlContractSql;
import java.nio.file.Path;
import java.time.Clock;

class MysqlContractTest extends BaseContractTest {

    @Override
    protected ContractDatabase database() {
        TestDatabase.MYSQL.require();
        MysqlDatabaseFactory factory = new MysqlDatabaseFactory();
        String url = TestDatabase.MYSQL.create(Path.of(""));
        MysqlConfig config = new MysqlConfig(url, null, null, PoolConfig.ofSize(2));
        return new ContractDatabase(
                factory.dialect(), new MysqlContractSql(false), factory.create(config, Clock::systemUTC));
    }
}
