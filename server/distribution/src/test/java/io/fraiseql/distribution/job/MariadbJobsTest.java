package io.fraiseql.distribution.job;

import io.fraiseql.plugin.testkit.TestDatabase;

class MariadbJobsTest extends BaseDatabaseJobsTest {

    MariadbJobsTest() {
        super(TestDatabase.MARIADB);
    }
}
