package io.fraiseql.spi.sql;

import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.database.SqlStatement;
import java.util.List;

/**
 * The triggers of one database that note every change of a table in the outbox {@code fraiseql_event}, in the transaction of the change and with
 * the content that the server itself would write. Implemented by database plugins; stateless; called from any thread.
 *
 * <p>What a new row holds and the API cannot show (an infinite time, a text where numbers belong) makes the write fail, as it fails through
 * the server; in the image of what was there before it is null, so that it can be corrected.
 */
public interface CaptureSql {

    /** What the triggers share and need, made so that it may be there already. Fails where there is no outbox. */
    List<String> prepare();

    /** Statements as one script: one transaction, which a client of the database can run as it is. */
    default String script(List<String> statements) {
        return "BEGIN;\n\n" + String.join(";\n\n", statements) + ";\n\nCOMMIT;\n";
    }

    /** Removes the triggers of a table; not an error where there are none. */
    List<String> drop(List<String> table);

    /**
     * Makes the triggers of a table that has none.
     *
     * @param version kept with each of them, letters and digits
     * @throws io.fraiseql.spi.error.FraiseqlException when a column cannot be captured here; the message names it
     */
    List<String> create(CapturedTable table, String version);

    /**
     * A query of one row and one column: the version of a table's triggers, null when there are none, {@code incomplete} when not
     * all of them are there and at work or their versions differ.
     */
    String installed(List<String> table);

    /**
     * A query of one row and one column: what changes rows of a table without firing its triggers and what to do about it, as the end of a
     * sentence that begins with the table; null when nothing does. Null itself where a database has nothing of the kind.
     */
    default @Nullable String unseen(List<String> table) {
        return null;
    }

    /**
     * Begins a transaction of the server: says to the triggers who asks. Binds the user, the organisation and the trace, as texts. Gives
     * one row, or has a shape without columns.
     */
    SqlStatement enter();

    /** Whether what {@link #enter} says outlasts the transaction, so that every transaction has to say it, also that nobody is known. */
    default boolean outlastsTransaction() {
        return false;
    }

    /** Ends a transaction of the server before its commit; null when nothing is to be done. */
    @Nullable
    SqlStatement leave();
}
