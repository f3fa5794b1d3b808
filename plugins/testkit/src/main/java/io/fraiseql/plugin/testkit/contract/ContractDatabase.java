package io.fraiseql.plugin.testkit.contract;

import io.fraiseql.spi.database.Database;
import io.fraiseql.spi.sql.Dialect;

/**
 * An empty database that the contract is run on.
 *
 * @param dialect the plugin's
 * @param sql how its tables are made
 * @param database opened by the plugin; the contract closes it
 */
public record ContractDatabase(Dialect dialect, ContractSql sql, Database database) {}
