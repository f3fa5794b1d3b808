package io.fraiseql.distribution.job;

import io.fraiseql.plugin.testkit.TestDatabase;

class PostgresJobsTest extends BaseDatabaseJobsTest {

    PostgresJobsTest() {
        super(TestDatabase.POSTGRESQL);
    }
}
