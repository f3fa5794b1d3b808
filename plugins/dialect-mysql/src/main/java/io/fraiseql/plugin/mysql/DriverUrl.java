package io.fraiseql.plugin.mysql;

import io.fraiseql.plugin.mysql.sql.Server;
import java.sql.SQLException;
import java.util.Set;
import java.util.TreeSet;
import org.mariadb.jdbc.Configuration;

/** URLs as MariaDB's driver takes them: it knows one scheme for both servers, and passes over options that it does not know. */
final class DriverUrl {

    private static final String SCHEME = Server.MARIADB.prefix();

    private DriverUrl() {}

    /** The URL for the driver. */
    static String of(Server server, String url) {
        return SCHEME + url.substring(server.prefix().length());
    }

    /** Refuses a URL that is not for this server, names no database or has an option that the driver would pass over. */
    static void require(Server server, String url) {
        if (!url.startsWith(server.prefix() + "//")) {
            throw wrong(server, "must start with " + server.prefix() + "//");
        }
        Configuration parsed = parse(server, url);
        if (parsed.database() == null || parsed.database().isEmpty()) {
            throw wrong(server, "must name a database");
        }
        Set<String> unknown = new TreeSet<>(parsed.nonMappedOptions().stringPropertyNames());
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException("url has options that MariaDB's driver does not know: " + unknown
                    + "; it reads " + server.product() + " too, with its own options");
        }
    }

    private static Configuration parse(Server server, String url) {
        try {
            return Configuration.parse(of(server, url));
        } catch (SQLException e) {
            throw new IllegalArgumentException(
                    "url has an option that MariaDB's driver does not accept: " + e.getMessage(), e);
        }
    }

    private static IllegalArgumentException wrong(Server server, String what) {
        return new IllegalArgumentException(
                "url " + what + ", for example " + server.prefix() + "//localhost:3306/shop");
    }
}
