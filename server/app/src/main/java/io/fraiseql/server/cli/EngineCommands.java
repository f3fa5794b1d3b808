package io.fraiseql.server.cli;

import io.fraiseql.server.plugin.Plugins;
import io.fraiseql.spi.Nullable;
import java.nio.file.Path;
import java.util.List;

/**
 * What the commands {@code compile}, {@code introspect} and {@code explain} do once their arguments are read. Called on the main
 * thread; a {@link io.fraiseql.spi.error.FraiseqlException} is the way to fail.
 */
public interface EngineCommands {

    /** {@code compile}. */
    void compile(Compile arguments, Plugins plugins, Output output);

    /** {@code introspect}. */
    void introspect(Introspect arguments, Plugins plugins, Output output);

    /** {@code explain}. */
    void explain(Explain arguments, Plugins plugins, Output output);

    /**
     * The arguments of {@code compile}.
     *
     * @param targets names of databases that plugins offer; not empty
     * @param operations a folder of {@code .graphql} documents; null for none
     * @param database a JDBC URL to check the sources against; null for no such check
     * @param check whether to compare with {@code out} instead of writing it
     */
    record Compile(
            Path schema,
            Path out,
            List<String> targets,
            @Nullable Path operations,
            @Nullable DatabaseAccess database,
            boolean check) {}

    /**
     * The arguments of {@code introspect}; the lists are empty when not given.
     *
     * @param out the file to write; null for standard output
     * @param rename a file of renamings; null for none
     */
    record Introspect(
            DatabaseAccess database,
            @Nullable Path out,
            List<String> schemas,
            List<String> include,
            List<String> exclude,
            @Nullable Path rename) {}

    /**
     * The arguments of {@code explain}.
     *
     * @param document a file with one operation
     * @param target the database; null for all that the compiled schema has
     * @param variables a file with a JSON object; null for none
     */
    record Explain(
            Path schema,
            Path document,
            @Nullable String target,
            @Nullable Path variables) {}

    /**
     * How a command reaches a database: the values of the {@code database} section, references unresolved.
     *
     * @param url a JDBC URL
     */
    record DatabaseAccess(
            String url, @Nullable String user, @Nullable String password) {}
}
