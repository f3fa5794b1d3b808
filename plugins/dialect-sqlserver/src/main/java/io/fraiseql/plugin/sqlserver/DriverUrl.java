package io.fraiseql.plugin.sqlserver;

import com.microsoft.sqlserver.jdbc.SQLServerDriver;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** URLs as Microsoft's driver takes them; it passes over options that it does not know. */
final class DriverUrl {

    static final String PREFIX = "jdbc:sqlserver:";

    private static final String EXAMPLE = "jdbc:sqlserver://localhost:1433;databaseName=shop";

    /** Other names of options, which the driver does not list. */
    private static final List<String> SYNONYMS = List.of("database", "username", "server", "port", "accesstoken");

    /** A value may stand in braces, and hold a semicolon there. */
    private static final Pattern OPTION = Pattern.compile(";\\s*([^=;{}]+?)\\s*=\\s*(?:\\{(?:[^}]|}})*}|[^;]*)");

    private DriverUrl() {}

    /** Refuses a URL that is for another server, names no database or has an option that the driver would pass over. */
    static void require(String url) {
        if (!url.startsWith(PREFIX + "//")) {
            throw wrong("must start with " + PREFIX + "//");
        }
        DriverPropertyInfo[] known = parse(url);
        String database = Arrays.stream(known)
                .filter(option -> option.name.equals("databaseName"))
                .map(option -> option.value)
                .findFirst()
                .orElse("");
        if (database == null || database.isEmpty()) {
            throw wrong("must name a database");
        }
        Set<String> names = Stream.concat(
                        Arrays.stream(known).map(option -> option.name.toLowerCase(Locale.ROOT)), SYNONYMS.stream())
                .collect(Collectors.toSet());
        Set<String> unknown = new TreeSet<>();
        for (Matcher option = OPTION.matcher(url); option.find(); ) {
            if (!names.contains(option.group(1).toLowerCase(Locale.ROOT))) {
                unknown.add(option.group(1));
            }
        }
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException("url has options that Microsoft's driver does not know: " + unknown);
        }
    }

    private static DriverPropertyInfo[] parse(String url) {
        try {
            return new SQLServerDriver().getPropertyInfo(url, new Properties());
        } catch (SQLException e) {
            throw new IllegalArgumentException(
                    "url has an option that Microsoft's driver does not accept: " + e.getMessage(), e);
        }
    }

    private static IllegalArgumentException wrong(String what) {
        return new IllegalArgumentException("url " + what + ", for example " + EXAMPLE);
    }
}
