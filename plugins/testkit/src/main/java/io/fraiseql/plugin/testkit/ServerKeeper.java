package io.fraiseql.plugin.testkit;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** The process that keeps a {@link SharedServer}: {@code ServerKeeper FOLDER postgresql|mariadb|mysql}. */
final class ServerKeeper {

    private ServerKeeper() {}

    public static void main(String[] arguments) throws IOException {
        SharedServer shared = new SharedServer(Path.of(arguments[0]), arguments[1]);
        switch (arguments[1]) {
            case TestPostgres.NAME -> {
                try (TestPostgres server = TestPostgres.start(Map.of())) {
                    shared.keep(server.adminUrl());
                }
            }
            case TestMariaDb.NAME -> keep(shared, TestMariaDb.start());
            case TestMysql.NAME -> keep(shared, TestMysql.start());
            default -> throw new IllegalArgumentException(arguments[1]);
        }
    }

    private static void keep(SharedServer shared, TestMysqlServer started) throws IOException {
        try (TestMysqlServer server = started) {
            shared.keep(server.adminUrl());
        }
    }
}
