package io.fraiseql.core.plan;

import io.fraiseql.core.json.JsonProjection;
import io.fraiseql.core.model.Mutation;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.database.SqlStatement;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** How one root field is answered. Immutable; shared by all requests that run it. */
public sealed interface RootPlan {

    /** The response key. */
    String key();

    /** The response key as it stands in the answer, with its colon. */
    byte[] label();

    /** Whether null may stand for the answer. */
    boolean nullable();

    /** A value known without the database. */
    record Fixed(String key, byte[] label, byte[] json) implements RootPlan {
        @Override
        public boolean nullable() {
            return false;
        }
    }

    /**
     * The rows of one statement.
     *
     * @param forms how the rows of each branch stand in the answer
     * @param slots which of {@link #sources} each bind of the statement takes
     * @param sources the values of the statement
     * @param programs how a row of each branch becomes JSON
     * @param caching how long the answer may be kept; null when it may not
     */
    record Rows(
            String key,
            byte[] label,
            boolean nullable,
            List<BranchForm> forms,
            SqlStatement statement,
            List<Integer> slots,
            List<BindSource> sources,
            List<RowProgram> programs,
            @Nullable Caching caching)
            implements RootPlan {}

    /**
     * For how long an answer may be kept, and what it was read from.
     *
     * @param sources the tables and views, in the schema's names: one or more parts (schema, name)
     */
    record Caching(Duration timeToLive, List<List<String>> sources) {
        public Caching {
            sources = List.copyOf(sources);
        }
    }

    /** The bytes of a text. */
    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** The label of a response key. */
    static byte[] label(String key) {
        return utf8("\"" + key + "\":");
    }
}
