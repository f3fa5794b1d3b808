package io.fraiseql.distribution;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Every key of the configuration: those of the reference, which is written from the records, and those that {@code config.yml} shows. */
final class ConfigKeys {

    private static final Path ROOT = Path.of("").toAbsolutePath().getParent().getParent();
    private static final Pattern REFERENCE_ROW = Pattern.compile("(?m)^\\| `([a-z]+\\.[A-Za-z.]+)` \\|");
    private static final Pattern YAML_LINE = Pattern.compile("( *)(- )?([a-zA-Z]+):(.*)");

    private ConfigKeys() {}

    /** Dotted paths, without the places of lists. */
    static Set<String> all() throws IOException {
        Set<String> keys = new TreeSet<>();
        Matcher rows = REFERENCE_ROW.matcher(Files.readString(ROOT.resolve("docs/configuration.md")));
        while (rows.find()) {
            keys.add(rows.group(1));
        }
        addLeaves(keys);
        return keys;
    }

    private static void addLeaves(Set<String> keys) throws IOException {
        String[] path = new String[8];
        for (String line : Files.readAllLines(ROOT.resolve("config.yml"))) {
            Matcher key = YAML_LINE.matcher(line);
            if (!key.matches()) {
                continue;
            }
            int depth = (key.group(1).length() + (key.group(2) == null ? 0 : 2)) / 2;
            path[depth] = key.group(3);
            Arrays.fill(path, depth + 1, path.length, null);
            if (!key.group(4).isBlank()) {
                keys.add(dotted(path, depth));
            }
        }
    }

    private static String dotted(String[] path, int depth) {
        return Arrays.stream(path, 0, depth + 1).filter(Objects::nonNull).collect(Collectors.joining("."));
    }
}
