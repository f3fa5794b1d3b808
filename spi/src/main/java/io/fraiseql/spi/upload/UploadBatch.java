package io.fraiseql.spi.upload;

import java.util.List;
import java.util.Map;

/**
 * Rows that a caller wants written once, however often they are sent: data, made by a plugin.
 *
 * @param id chosen by the caller, 1 to 200 characters; the same rows sent again under it are not written again
 * @param parts the rows in their order, some at a time; read several times, each time anew. A row has values by column: {@link String}, {@link
 *     Long}, {@link java.math.BigDecimal}, {@link Boolean} or null, with the texts that JSON has for UUIDs, times, dates, durations, enums and (in
 *     base64) bytes, and for JSON its text
 */
public record UploadBatch(String id, Iterable<List<Map<String, Object>>> parts) {

    private static final int LONGEST_ID = 200;

    public UploadBatch {
        if (id.isEmpty() || id.length() > LONGEST_ID) {
            throw new IllegalArgumentException("the id of a batch has 1 to " + LONGEST_ID + " characters");
        }
    }
}
