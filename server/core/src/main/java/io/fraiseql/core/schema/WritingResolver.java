package io.fraiseql.core.schema;

import io.fraiseql.core.model.ByDialect;
import io.fraiseql.core.model.Field;
import io.fraiseql.core.model.Source;
import io.fraiseql.core.model.Writing;
import io.fraiseql.spi.Nullable;
import java.util.List;
import java.util.Map;

/** Resolves how the rows of a type are written. */
final class WritingResolver {

    static final String CAPTURE = "capture";
    static final String TRIGGER = "trigger";
    private static final List<String> CAPTURES = List.of("server", TRIGGER);
    private static final List<String> WHOLE_NUMBERS = List.of("Int", "BigInt");

    private final Targets targets;
    private final Problems problems;

    WritingResolver(Targets targets, Problems problems) {
        this.targets = targets;
        this.problems = problems;
    }

    Writing resolve(TypeDefinition type, Source.Kind source, Map<String, Field> fields) {
        if (source == Source.Kind.COLUMNS) {
            return new Writing(version(type, fields), capture(type));
        }
        if (type.capture() != null) {
            problems.add(
                    Pointer.to(type.at(), CAPTURE),
                    "`capture` says nothing to a type whose fields are no columns",
                    "remove it");
        }
        if (type.versionColumn() != null) {
            problems.add(
                    Pointer.to(type.at(), "version_column"),
                    "`version_column` says nothing to a type whose fields are no columns",
                    "remove it");
        }
        return Writing.PLAIN;
    }

    private Writing.Capture capture(TypeDefinition type) {
        String written = type.capture();
        if (written == null || written.equals("server")) {
            return Writing.Capture.SERVER;
        }
        if (!written.equals(TRIGGER)) {
            problems.addUnknown(
                    Pointer.to(type.at(), CAPTURE),
                    "`" + written + "` is no way to capture changes; there are `server` and `trigger`",
                    written,
                    CAPTURES);
        }
        return Writing.Capture.TRIGGER;
    }

    private @Nullable String version(TypeDefinition type, Map<String, Field> fields) {
        ByDialect<String> column = type.versionColumn();
        if (column == null) {
            return null;
        }
        String pointer = Pointer.to(type.at(), "version_column");
        ByDialect<String> checked = targets.check(pointer, "version_column", column);
        Field version = null;
        for (String target : targets.names()) {
            if (checked.has(target)) {
                version = byColumn(pointer, target, checked.get(target), fields);
            }
        }
        if (version == null) {
            return null;
        }
        if (!WHOLE_NUMBERS.contains(version.type().name())
                || version.type().list()
                || version.type().nullable()) {
            problems.add(
                    pointer,
                    "the version `" + version.name() + "` must be a whole number that is never null",
                    "make it an `Int` or `BigInt` with `\"nullable\": false`");
        }
        return version.name();
    }

    private @Nullable Field byColumn(String pointer, String target, String column, Map<String, Field> fields) {
        List<Field> stored = fields.values().stream()
                .filter(field -> field.isColumn() && field.column().has(target))
                .toList();
        for (Field field : stored) {
            if (field.column().get(target).equals(column)) {
                return field;
            }
        }
        List<String> known =
                stored.stream().map(field -> field.column().get(target)).toList();
        problems.addUnknown(pointer, "no field has the column `" + column + "`", column, known);
        return null;
    }
}
