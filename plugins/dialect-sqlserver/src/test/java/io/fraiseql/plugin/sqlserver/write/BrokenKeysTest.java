package io.fraiseql.plugin.sqlserver.write;

import static org.assertj.core.api.Assertions.assertThat;

import io.fraiseql.plugin.sqlserver.write.BrokenKeys.Lookup;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.database.ConstraintViolation.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the server's messages, as its reference has them, say of a broken key. */
class BrokenKeysTest {

    @Test
    void keysAreLookedUpByTheirNameAndTable() {
        Lookup expected = new Lookup(BrokenKeys.KEY_COLUMNS, List.of("uq it's", "dbo.a shelf"));
        assertThat(BrokenKeys.lookup(
                        Kind.UNIQUE,
                        "Violation of UNIQUE KEY constraint 'uq it's'. Cannot insert duplicate key in object 'dbo.a shelf'."
                                + " The duplicate key value is (a, 'b')."))
                .isEqualTo(expected);
        assertThat(BrokenKeys.lookup(
                        Kind.UNIQUE,
                        "Cannot insert duplicate key row in object 'dbo.a shelf' with unique index 'uq it's'."
                                + " The duplicate key value is (a)."))
                .isEqualTo(expected);
    }

    @Test
    void foreignKeysAreLookedUpAtTheEndThatWasWritten() {
        String rest = " constraint \"fk_a\". The conflict occurred in database \"d\", table \"dbo.b\", column 'id'.";
        Lookup referring = new Lookup(BrokenKeys.REFERRING_COLUMNS, List.of("fk_a"));
        Lookup referred = new Lookup(BrokenKeys.REFERRED_COLUMNS, List.of("fk_a"));
        assertThat(ofForeignKey("The INSERT statement conflicted with the FOREIGN KEY" + rest))
                .isEqualTo(referring);
        assertThat(ofForeignKey("The UPDATE statement conflicted with the FOREIGN KEY SAME TABLE" + rest))
                .isEqualTo(referring);
        assertThat(ofForeignKey("The DELETE statement conflicted with the REFERENCE" + rest))
                .isEqualTo(referred);
        assertThat(ofForeignKey("The DELETE statement conflicted with the SAME TABLE REFERENCE" + rest))
                .isEqualTo(referred);
        assertThat(BrokenKeys.REFERRED_COLUMNS)
                .contains("c.object_id = k.referenced_object_id AND c.column_id = k.referenced_column_id");
    }

    @Test
    void whatIsNotUnderstoodIsNotLookedUp() {
        assertThat(ofForeignKey("another text")).isNull();
        assertThat(BrokenKeys.lookup(Kind.UNIQUE, "another text")).isNull();
        assertThat(BrokenKeys.lookup(Kind.CHECK, "another text")).isNull();
    }

    private static @Nullable Lookup ofForeignKey(String message) {
        return BrokenKeys.lookup(Kind.FOREIGN_KEY, message);
    }
}
