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

    /**
     * A write and what is answered to it.
     *
     * @param found how the rows are found that an update or delete is for; null for other operations
     * @param inputs the arguments that hold rows and versions, by name, as far as they are given
     * @param answer what is read of the written rows
     */
    record Write(
            String key,
            byte[] label,
            Mutation mutation,
            WriteTarget target,
            @Nullable Located found,
            Map<String, BindSource> inputs,
            WriteAnswer answer)
            implements RootPlan {

        /** A mutation that failed is null, so that the others of the request still answer. */
        @Override
        public boolean nullable() {
            return true;
        }
    }

    /**
     * A call of a function that writes.
     *
     * @param sources the arguments of the function, in order
     * @param entityKey how the id that the function gives becomes a key; null when the answer is the function's own object
     * @param row reads the answer by its key; null when it is the function's own object
     * @param projection makes the answer of the function's object; null when it is read by its key
     */
    record Call(
            String key,
            byte[] label,
            Mutation mutation,
            WriteStatement statement,
            List<BindSource> sources,
            @Nullable CallKey entityKey,
            @Nullable Rows row,
            @Nullable JsonProjection projection)
            implements RootPlan {
        @Override
        public boolean nullable() {
            return true;
        }
    }

    /**
     * A statement that locks rows and gives their {@link RowImage}.
     *
     * @param slots which of {@link #sources} each bind of the statement takes
     */
    record Located(SqlStatement statement, List<Integer> slots, List<BindSource> sources) {}

    /** The bytes of a text. */
    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** The label of a response key. */
    static byte[] label(String key) {
        return utf8("\"" + key + "\":");
    }
}
