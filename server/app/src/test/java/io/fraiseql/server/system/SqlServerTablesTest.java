package io.fraiseql.server.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import java.nio.file.Path;
import liquibase.Contexts;
import liquibase.LabelExpression;
import liquibase.Liquibase;
import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.resource.DirectoryResourceAccessor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code db migrate} runs on SQL Server, as Liquibase writes it without a server. */
class SqlServerTablesTest {

    private static final Path MIGRATIONS = Path.of("..", "..", "migrations");

    @TempDir
    private Path folder;

    @Test
    @SuppressWarnings("deprecation") // the one way to write the statements into a text
    void theOutboxIsMade() throws Exception {
        var files = new DirectoryResourceAccessor(MIGRATIONS);
        String url = "offline:mssql?version=15.0&outputLiquibaseSql=none&changeLogFile=" + folder.resolve("log.csv");
        StringWriter script = new StringWriter();
        try (Database database = DatabaseFactory.getInstance().openDatabase(url, null, null, null, files);
                Liquibase liquibase = new Liquibase("fraiseql.xml", files, database)) {
            liquibase.update(new Contexts(), new LabelExpression(), script);
        }
        assertThat(script.toString())
                .contains(
                        "CREATE TABLE [fraiseql_event] ([sequence] [bigint] IDENTITY (1, 1) NOT NULL, [id] [uniqueidentifier]"
                                + " NOT NULL, [entity_type] [nvarchar](MAX) NOT NULL, [entity_id] [nvarchar](MAX) NOT NULL, [event_type]"
                                + " [nvarchar](MAX) NOT NULL, [data] [nvarchar](MAX), [before] [nvarchar](MAX), [changed_fields]"
                                + " [nvarchar](MAX), [user_id] [nvarchar](MAX), [org_id] [nvarchar](MAX), [trace_context] [nvarchar](MAX),"
                                + " [created_at] [datetimeoffset](6) NOT NULL, CONSTRAINT [PK_FRAISEQL_EVENT] PRIMARY KEY ([sequence]),"
                                + " CONSTRAINT [fraiseql_event_id] UNIQUE ([id]));")
                .contains("ALTER TABLE fraiseql_event DROP CONSTRAINT fraiseql_event_id");
    }
}
