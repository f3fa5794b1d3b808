package io.fraiseql.server.system;

import io.fraiseql.core.error.CoreErrorCode;
import io.fraiseql.spi.error.FraiseqlException;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import liquibase.Contexts;
import liquibase.LabelExpression;
import liquibase.Liquibase;
import liquibase.Scope;
import liquibase.UpdateSummaryEnum;
import liquibase.changelog.ChangeSet;
import liquibase.changelog.DatabaseChangeLog;
import liquibase.changelog.visitor.AbstractChangeExecListener;
import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.LiquibaseException;
import liquibase.exception.LockException;
import liquibase.resource.DirectoryResourceAccessor;
import liquibase.ui.LoggerUIService;

/** The change sets of {@code fraiseql.xml} on one database; the only class that knows Liquibase. */
final class ChangeLog {

    /** Where the change sets that ran are noted. */
    static final String TABLE = "fraiseql_changelog";

    private static final String LOCK_TABLE = "fraiseql_changelog_lock";
    private static final String FILE = "fraiseql.xml";
    /** Held, because a logger that nobody holds forgets its level. */
    private static final Logger LOGGER = Logger.getLogger("liquibase");

    private final Liquibase liquibase;

    private ChangeLog(Liquibase liquibase) {
        this.liquibase = liquibase;
    }

    /** What is done with the change sets. */
    interface Work<T> {
        T run(ChangeLog log) throws LiquibaseException;
    }

    static <T> T with(DataSource source, Path migrations, Work<T> work) {
        LOGGER.setLevel(Level.WARNING);
        try (Connection connection = source.getConnection()) {
            Database database =
                    DatabaseFactory.getInstance().findCorrectDatabaseImplementation(new JdbcConnection(connection));
            database.setDatabaseChangeLogTableName(TABLE);
            database.setDatabaseChangeLogLockTableName(LOCK_TABLE);
            Map<String, Object> quiet =
                    Map.of("liquibase.analytics.enabled", "false", Scope.Attr.ui.name(), new LoggerUIService());
            return Scope.child(quiet, () -> {
                Liquibase liquibase = new Liquibase(FILE, new DirectoryResourceAccessor(migrations), database);
                liquibase.setShowSummary(UpdateSummaryEnum.OFF);
                return work.run(new ChangeLog(liquibase));
            });
        } catch (FraiseqlException e) {
            throw e;
        } catch (Exception e) {
            if (isLocked(e)) {
                throw new FraiseqlException(
                        CoreErrorCode.UNAVAILABLE,
                        "another 'db migrate' is changing the server's own tables, or was killed while it did; when none runs,"
                                + " DELETE FROM " + LOCK_TABLE + " and run it again",
                        e);
            }
            throw new FraiseqlException(
                    CoreErrorCode.UNAVAILABLE,
                    "the server's own tables could not be changed; the user needs the right to create tables, and "
                            + migrations.resolve(FILE) + " must be there; the log has the cause",
                    e);
        }
    }

    private static boolean isLocked(Throwable failure) {
        Throwable cause = failure;
        while (cause != null && !(cause instanceof LockException)) {
            cause = cause.getCause();
        }
        return cause != null;
    }

    List<String> pending() throws LiquibaseException {
        return liquibase.listUnrunChangeSets(new Contexts(), new LabelExpression()).stream()
                .map(ChangeSet::getId)
                .toList();
    }

    /** Returns the ids of what was run here, and not by others who were at it at the same time. */
    List<String> update() throws LiquibaseException {
        List<String> made = new ArrayList<>();
        liquibase.setChangeExecListener(new AbstractChangeExecListener() {
            @Override
            public void ran(ChangeSet set, DatabaseChangeLog log, Database database, ChangeSet.ExecType type) {
                made.add(set.getId());
            }
        });
        liquibase.update(new Contexts(), new LabelExpression());
        return made;
    }

    void rollbackOne() throws LiquibaseException {
        liquibase.rollback(1, new Contexts(), new LabelExpression());
    }
}
