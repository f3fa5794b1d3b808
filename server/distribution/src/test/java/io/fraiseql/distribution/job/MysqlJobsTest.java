package io.fraiseql.distribution.job;

import io.fraiseql.plugin.testkit.TestDatabase;

class MysqlJobsTest extends BaseDatabaseJobsTest {

    MysqlJobsTest() {
        super(TestDatabase.MYSQL);
    }
}
