package io.fraiseql.server.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NamedSqlTest {

    @Test
    void placesAreBoundWhereverTheyStand() {
        NamedSql sql = NamedSql.of(
                "UPDATE \"a:b\" SET n = :n::int, t = 'o''clock :x', `c:d` = :m_2 /* :y ? ' */ WHERE k = :n -- it's :z\n AND 1 = 1;");
        assertThat(sql.names()).containsExactly("n", "m_2", "n");
        assertThat(sql.sql())
                .isEqualTo(
                        "UPDATE \"a:b\" SET n = ?::int, t = 'o''clock :x', `c:d` = ? /* :y ? ' */ WHERE k = ? -- it's :z\n AND 1 = 1");
        assertThat(sql.gives()).isFalse();
        assertThat(NamedSql.of("select f(:a)").gives()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DELETE FROM a; DELETE FROM b",
                "DELETE FROM a WHERE b = ?",
                "SELECT 'open",
                "SELECT \"open",
                "SELECT 'a\\' || :b",
                "DO $$ BEGIN END $$",
                " ; "
            })
    void whatCannotBeToldApartIsRefused(String sql) {
        assertThatThrownBy(() -> NamedSql.of(sql)).isInstanceOf(IllegalArgumentException.class);
    }
}
