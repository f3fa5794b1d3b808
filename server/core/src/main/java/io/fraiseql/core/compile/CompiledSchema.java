package io.fraiseql.core.compile;

import io.fraiseql.core.model.Model;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What {@code schema.compiled.json} holds.
 *
 * @param hash the sha256 of the rest in lower-case hex; the same for the same schema, operations, targets and compiler
 * @param compiler the version that compiled it
 * @param statements by dialect; one for each target of the model
 */
public record CompiledSchema(String hash, String compiler, Model model, Map<String, TargetStatements> statements) {

    /** The value of the file's key {@code format}. */
    public static final String FORMAT = "fraiseql-compiled";

    /** The value of the file's key {@code format_version}. */
    public static final int FORMAT_VERSION = 2;

    public CompiledSchema {
        statements = Collections.unmodifiableMap(new TreeMap<>(statements));
    }
}
