package io.fraiseql.server.columnar;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fraiseql.core.columnar.DeclaredSchemaReader;
import io.fraiseql.core.columnar.SchemaDiff;
import io.fraiseql.core.columnar.SchemaDiff.Change;
import io.fraiseql.core.error.CoreErrorCode;
import io.fraiseql.core.error.Nearest;
import io.fraiseql.core.schema.Checked;
import io.fraiseql.spi.columnar.DeclaredSchema;
import io.fraiseql.spi.error.FraiseqlException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/** A folder of {@code .arrow-schema} files, in JSON or YAML: of each schema up to three versions, each compatible with the one before. */
public final class SchemaFolder {

    /** How many versions stand side by side. */
    public static final int VERSIONS = 3;

    private static final String SUFFIX = ".arrow-schema";
    private static final String REGISTERED = "%s.v%d" + SUFFIX;

    private final Path folder;

    public SchemaFolder(Path folder) {
        this.folder = folder;
    }

    private record Entry(Path file, DeclaredSchema schema) {}

    /**
     * The schemas, by name and version.
     *
     * @throws FraiseqlException {@code INVALID_SCHEMA} with every problem of every file
     */
    public List<DeclaredSchema> load() {
        List<String> problems = new ArrayList<>();
        Map<String, List<Entry>> known = entries(problems);
        known.values().forEach(versions -> check(versions, problems));
        if (!problems.isEmpty()) {
            throw invalid(folder + " has problems:\n  " + String.join("\n  ", problems));
        }
        return known.values().stream().flatMap(List::stream).map(Entry::schema).toList();
    }

    private Map<String, List<Entry>> entries(List<String> problems) {
        Map<String, List<Entry>> known = new TreeMap<>();
        for (Path file : files()) {
            Checked<DeclaredSchema> read = parse(file);
            read.problems().forEach(problem -> problems.add(file.getFileName() + " " + problem));
            DeclaredSchema schema = read.value();
            if (schema != null) {
                known.computeIfAbsent(schema.qualifiedName(), name -> new ArrayList<>())
                        .add(new Entry(file, schema));
            }
        }
        known.values()
                .forEach(versions -> versions.sort(
                        Comparator.comparingInt(entry -> entry.schema().version())));
        return known;
    }

    private List<Path> files() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> String.valueOf(file.getFileName()).contains(SUFFIX))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw invalid("the folder " + folder + " cannot be read; it holds the .arrow-schema files");
        }
    }

    private static void check(List<Entry> versions, List<String> problems) {
        if (versions.size() > VERSIONS) {
            problems.add(versions.get(0).file().getFileName() + " is one of more than " + VERSIONS
                    + " versions; remove the oldest, as 'arrow-schema register' does");
        }
        for (int i = 1; i < versions.size(); i++) {
            Entry older = versions.get(i - 1);
            Entry newer = versions.get(i);
            if (older.schema().version() == newer.schema().version()) {
                problems.add(newer.file().getFileName() + " has the version of "
                        + older.file().getFileName());
            }
            breaking(older.schema(), newer.schema())
                    .forEach(change -> problems.add(newer.file().getFileName() + " breaks version "
                            + older.schema().version() + ": " + change.field() + " " + change.message()));
        }
    }

    private static List<Change> breaking(DeclaredSchema older, DeclaredSchema newer) {
        return SchemaDiff.between(older, newer).stream()
                .filter(Change::breaking)
                .toList();
    }

    /**
     * Reads one file.
     *
     * @throws FraiseqlException {@code INVALID_SCHEMA} with all its problems
     */
    public static DeclaredSchema read(Path file) {
        Checked<DeclaredSchema> read = parse(file);
        DeclaredSchema schema = read.value();
        if (schema == null) {
            List<String> lines = read.problems().stream().map(Object::toString).toList();
            throw invalid(file + " has problems:\n  " + String.join("\n  ", lines));
        }
        return schema;
    }

    /** YAML, of which JSON is a part. */
    private static Checked<DeclaredSchema> parse(Path file) {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        try {
            Object tree = new Yaml(new SafeConstructor(options)).load(Files.readString(file));
            return new DeclaredSchemaReader().read(new ObjectMapper().<JsonNode>valueToTree(tree));
        } catch (IOException e) {
            throw invalid(file + " cannot be read");
        } catch (YAMLException e) {
            throw invalid(file + " is neither JSON nor YAML: " + e.getMessage());
        }
    }

    /**
     * Adds a version behind those that are there, and takes away the oldest ones.
     *
     * @return the files that were taken away
     * @throws FraiseqlException {@code INVALID_SCHEMA} when it is not newer, or breaks the latest one
     */
    public List<Path> register(Path file, DeclaredSchema schema) {
        load();
        List<Entry> versions = entries(new ArrayList<>()).getOrDefault(schema.qualifiedName(), List.of());
        if (!versions.isEmpty()) {
            requireNext(versions.get(versions.size() - 1).schema(), schema);
        }
        List<Path> old = versions.stream()
                .limit(Math.max(0, versions.size() + 1 - VERSIONS))
                .map(Entry::file)
                .toList();
        try {
            Files.copy(file, folder.resolve(REGISTERED.formatted(schema.qualifiedName(), schema.version())));
            for (Path gone : old) {
                Files.delete(gone);
            }
        } catch (IOException e) {
            throw new FraiseqlException(CoreErrorCode.UNAVAILABLE, "the folder " + folder + " cannot be written", e);
        }
        return old;
    }

    private static void requireNext(DeclaredSchema latest, DeclaredSchema schema) {
        if (schema.version() <= latest.version()) {
            throw invalid(schema.qualifiedName() + " has version " + latest.version() + "; register one after it");
        }
        List<Change> breaking = breaking(latest, schema);
        if (!breaking.isEmpty()) {
            throw invalid(breaks(latest, breaking));
        }
    }

    /** Says what breaks a version. */
    public static String breaks(DeclaredSchema older, List<Change> breaking) {
        List<String> lines = breaking.stream()
                .map(change -> change.field() + " " + change.message())
                .toList();
        return "it breaks " + older.qualifiedName() + " version " + older.version()
                + "; give what is incompatible another name:\n  " + String.join("\n  ", lines);
    }

    /**
     * A schema by {@code namespace.name}, its latest version, or by {@code namespace.name@version}.
     *
     * @throws FraiseqlException {@code NOT_FOUND} naming the nearest
     */
    public DeclaredSchema find(String reference) {
        Map<String, DeclaredSchema> known = new TreeMap<>();
        for (DeclaredSchema schema : load()) {
            known.put(schema.qualifiedName(), schema);
            known.put(schema.qualifiedName() + "@" + schema.version(), schema);
        }
        DeclaredSchema schema = known.get(reference);
        if (schema == null) {
            String near = Nearest.to(reference, known.keySet());
            throw new FraiseqlException(
                    CoreErrorCode.NOT_FOUND,
                    "there is no schema " + reference + " in " + folder
                            + (near == null ? "" : "; did you mean " + near + "?"));
        }
        return schema;
    }

    private static FraiseqlException invalid(String message) {
        return new FraiseqlException(CoreErrorCode.INVALID_SCHEMA, message);
    }
}
