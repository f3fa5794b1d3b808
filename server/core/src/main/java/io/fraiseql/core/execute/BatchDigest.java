package io.fraiseql.core.execute;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * By what batches are told apart that have the same id.
 *
 * @param text the sha256 of their values, in hex
 */
record BatchDigest(String text, long rows) {

    static BatchDigest of(Iterable<List<Map<String, Object>>> parts) {
        MessageDigest digest;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
        long rows = 0;
        for (List<Map<String, Object>> part : parts) {
            for (Map<String, Object> row : part) {
                row.forEach((name, value) -> {
                    String text = String.valueOf(value);
                    digest.update((name + (value == null ? "-" : "=") + text.length() + ":" + text)
                            .getBytes(StandardCharsets.UTF_8));
                });
            }
            rows += part.size();
        }
        return new BatchDigest(HexFormat.of().formatHex(digest.digest()), rows);
    }
}
