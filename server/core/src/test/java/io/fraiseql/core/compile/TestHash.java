package io.fraiseql.core.compile;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fraiseql.core.schema.JsonOutput;
import io.fraiseql.core.schema.JsonText;
import io.fraiseql.core.schema.Problems;

/** Gives a changed file the hash that fits it. */
final class TestHash {

    private TestHash() {}

    static String renew(String text) {
        ObjectNode root = (ObjectNode) JsonText.parse(text, new Problems());
        root.put("hash", CompiledSchemaWriter.hash(root));
        return JsonOutput.pretty(root);
    }
}
