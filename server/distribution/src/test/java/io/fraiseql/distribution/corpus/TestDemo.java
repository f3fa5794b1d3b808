package io.fraiseql.distribution.corpus;

import io.fraiseql.plugin.testkit.TestPostgres;
import io.fraiseql.server.demo.DemoDatabase;
import java.nio.file.Path;

/** The demo on the PostgreSQL that all tests of this JVM share; made at first use. */
public final class TestDemo {

    private static String url = "";

    private TestDemo() {}

    /** The JDBC URL of the demo on PostgreSQL. */
    public static synchronized String postgresUrl() {
        if (url.isEmpty()) {
            String created = TestPostgres.shared().createDatabase();
            DemoDatabase.create(new UrlDataSource(created), "postgresql", ddl("postgresql"));
            url = created;
        }
        return url;
    }

    /** The DDL of a dialect. Tests run in the folder of their module. */
    public static Path ddl(String dialect) {
        return Path.of("..", "..", "migrations", "demo", dialect + ".sql");
    }
}
