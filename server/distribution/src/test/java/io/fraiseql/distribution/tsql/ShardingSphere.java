package io.fraiseql.distribution.tsql;

import io.fraiseql.spi.Nullable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.apache.shardingsphere.sql.parser.api.CacheOption;
import org.apache.shardingsphere.sql.parser.api.SQLParserEngine;
import org.apache.shardingsphere.sql.parser.exception.SQLParsingException;

/**
 * Apache ShardingSphere's parser of T-SQL. What it does not know although SQL Server does is replaced before, by {@code
 * shardingsphere.known}: a regular expression, its replacement and the reason, with tabs between.
 */
final class ShardingSphere {

    private static final List<String[]> KNOWN = known();
    /** No statement of ours has a semicolon in a literal. */
    private static final Pattern BETWEEN_STATEMENTS = Pattern.compile(";\\s+");

    private final SQLParserEngine engine = new SQLParserEngine("SQLServer", new CacheOption(1, 1L));

    private static List<String[]> known() {
        try (var file =
                Objects.requireNonNull(ShardingSphere.class.getResourceAsStream("/tsql/shardingsphere.known"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t", 3))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Why the parser refuses one of the statements of a batch; null when it does not. */
    @Nullable
    String problem(String batch) {
        return BETWEEN_STATEMENTS
                .splitAsStream(batch.strip())
                .map(this::problemOfOne)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    @Nullable
    private String problemOfOne(String sql) {
        String rewritten = sql;
        for (String[] known : KNOWN) {
            rewritten = rewritten.replaceAll(known[0], known[1]);
        }
        return plainProblem(rewritten);
    }

    /** The same without replacing anything. */
    @Nullable
    String plainProblem(String sql) {
        try {
            engine.parse(sql, false);
            return null;
        } catch (SQLParsingException e) {
            return e.getMessage();
        }
    }
}
