package io.fraiseql.plugin.mysql.sql;

import io.fraiseql.spi.sql.Capability;
import java.util.EnumSet;
import java.util.Set;

/** The two servers that this plugin reads, and in what they differ by name. */
public enum Server {
    /** MySQL 9. */
    MYSQL("mysql", "MySQL", "utf8mb4_0900_bin"),
    /** MariaDB 11. */
    MARIADB("mariadb", "MariaDB", "utf8mb4_nopad_bin");

    private final String dialect;
    private final String product;
    private final String exactCollation;

    Server(String dialect, String product, String exactCollation) {
        this.dialect = dialect;
        this.product = product;
        this.exactCollation = exactCollation;
    }

    /** The name as {@code compile --target} takes it. */
    public String dialect() {
        return dialect;
    }

    /** The name as the server and its users write it. */
    public String product() {
        return product;
    }

    /** How a URL for this server begins. */
    public String prefix() {
        return "jdbc:" + dialect + ":";
    }

    /** The other server. */
    public Server other() {
        return this == MYSQL ? MARIADB : MYSQL;
    }

    /** The collation that compares by code point and lets blanks at the end count. */
    public String exactCollation() {
        return exactCollation;
    }

    /** What is proven on both; MariaDB has no LATERAL. Full-text search would need an index made for it. */
    public Set<Capability> capabilities() {
        EnumSet<Capability> capabilities = EnumSet.of(
                Capability.MATERIALIZED_CTE,
                Capability.CONSISTENT_READS,
                Capability.REGEX,
                Capability.JSON_OPERATORS,
                Capability.AGGREGATES,
                Capability.JSON_AGGREGATES,
                Capability.WINDOWS,
                Capability.MUTATIONS,
                Capability.FUNCTIONS,
                Capability.CAPTURE,
                Capability.DOCUMENT_UNNEST);
        if (this == MYSQL) {
            capabilities.add(Capability.LATERAL);
        }
        return capabilities;
    }
}
