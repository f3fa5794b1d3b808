package io.fraiseql.distribution.contract;

import io.fraiseql.distribution.engine.Target;
import io.fraiseql.plugin.testkit.TestDatabase;
import io.fraiseql.plugin.testkit.contract.Behaviour;
import io.fraiseql.plugin.testkit.contract.Contract;
import io.fraiseql.plugin.testkit.contract.ContractCase;
import io.fraiseql.plugin.testkit.contract.ContractDatabase;
import io.fraiseql.plugin.testkit.contract.ContractResult;
import io.fraiseql.plugin.testkit.contract.ContractSql;
import io.fraiseql.plugin.testkit.contract.MysqlContractSql;
import io.fraiseql.plugin.testkit.contract.PostgresContractSql;
import io.fraiseql.plugin.testkit.contract.SqlServerContractSql;
import io.fraiseql.plugin.testkit.contract.SqliteContractSql;
import io.fraiseql.spi.sql.Dialect;
import java.util.ArrayList;
import java.util.List;

/**
 * What came of the contract on one engine.
 *
 * @param version the engine's, as it says itself; empty when there was none
 * @param results of the cases that hold
 * @param failures the others, each with what is wrong
 */
record ContractRun(String version, Dialect dialect, List<ContractResult> results, List<String> failures) {

    /** Runs every case in an empty database. */
    static ContractRun at(String url) {
        Target target = Target.at(url);
        Dialect dialect = Target.dialect(target.database());
        List<ContractResult> results = new ArrayList<>();
        List<String> failures = new ArrayList<>();
        try (Contract contract = new Contract(new ContractDatabase(dialect, sql(target.database()), target.open()))) {
            String version = contract.version();
            for (Behaviour behaviour : Behaviour.all()) {
                for (ContractCase one : behaviour.cases()) {
                    try {
                        results.add(contract.verify(one));
                    } catch (AssertionError e) {
                        failures.add(version + ": " + one + "\n" + e.getMessage());
                    }
                }
            }
            return new ContractRun(version, dialect, List.copyOf(results), List.copyOf(failures));
        }
    }

    /** A dialect whose engine is not here. */
    static ContractRun none(Dialect dialect) {
        return new ContractRun("", dialect, List.of(), List.of());
    }

    /** Whether there was an engine. */
    boolean ran() {
        return !version.isEmpty();
    }

    private static ContractSql sql(TestDatabase database) {
        return switch (database) {
            case SQLITE -> new SqliteContractSql();
            case POSTGRESQL -> new PostgresContractSql();
            case MARIADB -> new MysqlContractSql(true);
            case MYSQL -> new MysqlContractSql(false);
            case SQLSERVER -> new SqlServerContractSql();
        };
    }
}
