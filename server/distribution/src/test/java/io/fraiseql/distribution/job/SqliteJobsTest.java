package io.fraiseql.distribution.job;

import io.fraiseql.plugin.testkit.TestDatabase;

class SqliteJobsTest extends BaseDatabaseJobsTest {

    SqliteJobsTest() {
        super(TestDatabase.SQLITE);
    }
}
