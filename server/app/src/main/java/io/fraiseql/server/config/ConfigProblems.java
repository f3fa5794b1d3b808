package io.fraiseql.server.config;

import io.fraiseql.core.error.CoreErrorCode;
import io.fraiseql.spi.error.FraiseqlException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Everything that is wrong with a configuration, collected so that the operator reads it at once. Used by one thread. */
final class ConfigProblems {

    private final Set<Line> lines = new LinkedHashSet<>();

    /** A problem; see {@link #add}. */
    record Line(String path, String place, String message) {

        @Override
        public String toString() {
            return (path.isEmpty() ? "the file" : path) + " (" + place + "): " + message;
        }
    }

    /**
     * Notes a problem.
     *
     * @param path the key, for example {@code graphql.maxDepth}; empty for the whole file
     * @param place as {@link ConfigNode#place()}
     */
    void add(String path, String place, String message) {
        lines.add(new Line(path, place, message));
    }

    List<Line> list() {
        return List.copyOf(lines);
    }

    int count() {
        return lines.size();
    }

    /** @throws FraiseqlException {@link CoreErrorCode#INVALID_CONFIGURATION} with every problem on its own line, if there is one */
    void throwIfAny(String file) {
        if (!lines.isEmpty()) {
            String head = file + " has " + (lines.size() == 1 ? "a problem" : lines.size() + " problems");
            throw new FraiseqlException(
                    CoreErrorCode.INVALID_CONFIGURATION,
                    head + ":\n  " + lines.stream().map(Line::toString).collect(Collectors.joining("\n  ")));
        }
    }
}
