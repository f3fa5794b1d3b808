package io.fraiseql.server.config;

import ch.qos.logback.classic.Level;
import io.fraiseql.spi.Nullable;
import java.util.List;
import java.util.Locale;

/** Refuses log levels that do not exist, which the logging library would take for its own default. */
final class LogLevels {

    private static final List<String> LEVELS = List.of("off", "error", "warn", "info", "debug", "trace", "all");

    private final ConfigProblems problems;

    LogLevels(ConfigProblems problems) {
        this.problems = problems;
    }

    void check(ConfigNode root) {
        ConfigNode logging = root.entries().get("logging");
        if (logging == null) {
            return;
        }
        check(logging.entries().get("level"), "logging.level");
        ConfigNode loggers = logging.entries().get("loggers");
        if (loggers != null) {
            loggers.entries().forEach((name, logger) -> {
                String path = "logging.loggers." + name;
                if (logger.kind() == ConfigNode.Kind.SCALAR) {
                    check(logger, path);
                } else {
                    check(logger.entries().get("level"), path + ".level");
                }
            });
        }
    }

    private void check(@Nullable ConfigNode node, String path) {
        if (node != null && !node.text().contains("${") && Level.toLevel(node.text(), null) == null) {
            problems.add(
                    path,
                    node.place(),
                    "must be one of " + String.join(", ", LEVELS) + ", not '"
                            + node.text().toLowerCase(Locale.ROOT) + "'");
        }
    }
}
