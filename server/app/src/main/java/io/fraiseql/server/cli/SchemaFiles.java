package io.fraiseql.server.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fraiseql.core.compile.CompiledSchema;
import io.fraiseql.core.compile.CompiledSchemaReader;
import io.fraiseql.core.error.CoreErrorCode;
import io.fraiseql.core.model.Model;
import io.fraiseql.core.scalar.ScalarCatalog;
import io.fraiseql.core.schema.Checked;
import io.fraiseql.core.schema.JsonText;
import io.fraiseql.core.schema.Problem;
import io.fraiseql.core.schema.Problems;
import io.fraiseql.core.schema.SchemaLoader;
import io.fraiseql.spi.error.FraiseqlException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The files that commands about schemas read and write. */
final class SchemaFiles {

    private final ScalarCatalog scalars;

    SchemaFiles(ScalarCatalog scalars) {
        this.scalars = scalars;
    }

    /** An authored schema, resolved; every problem of it is in the one exception. */
    Model model(Path file, List<String> targets) {
        Checked<Model> checked = new SchemaLoader(scalars.types()).load(read(file), targets);
        Model model = checked.value();
        if (model == null) {
            throw refusal(file, checked.problems());
        }
        return model;
    }

    static FraiseqlException refusal(Path file, List<Problem> problems) {
        String lines = problems.stream().map(Problem::toString).collect(Collectors.joining("\n  "));
        return new FraiseqlException(
                CoreErrorCode.INVALID_SCHEMA,
                file + " has " + problems.size() + (problems.size() == 1 ? " problem" : " problems") + ":\n  " + lines);
    }

    /** The model of an authored schema for one target, or of a compiled one that has it among its targets. */
    Model anyModel(Path file, String target) {
        String text = read(file);
        boolean compiled = JsonText.parse(text, new Problems()) instanceof ObjectNode root
                && root.path("format").asText().equals(CompiledSchema.FORMAT);
        if (!compiled) {
            return model(file, List.of(target));
        }
        Model model = new CompiledSchemaReader(scalars.types()).read(text).model();
        if (!model.targets().contains(target)) {
            throw new FraiseqlException(
                    CoreErrorCode.INVALID_SCHEMA,
                    file + " is compiled for " + model.targets() + "; compile it with --target " + target);
        }
        return model;
    }

    /** The tree of an authored schema that has no problems for the targets. */
    ObjectNode tree(Path file, List<String> targets) {
        model(file, targets);
        if (JsonText.parse(read(file), new Problems()) instanceof ObjectNode root) {
            return root;
        }
        throw new IllegalStateException(file + " was a schema and is no longer");
    }

    /** The texts of the {@code .graphql} files of a folder by name, in name order. */
    Map<String, String> operations(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            Map<String, String> documents = new TreeMap<>();
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".graphql")).toList()) {
                documents.put(String.valueOf(file.getFileName()), read(file));
            }
            return documents;
        } catch (IOException e) {
            throw unreadable(folder, e);
        }
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    static void write(Path file, String text) {
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new FraiseqlException(CoreErrorCode.UNAVAILABLE, "cannot write " + file + ": " + e.getMessage(), e);
        }
    }

    private static FraiseqlException unreadable(Path file, IOException cause) {
        String why = cause instanceof NoSuchFileException ? "there is no such file" : cause.getMessage();
        return new FraiseqlException(CoreErrorCode.INVALID_SCHEMA, "cannot read " + file + ": " + why, cause);
    }
}
