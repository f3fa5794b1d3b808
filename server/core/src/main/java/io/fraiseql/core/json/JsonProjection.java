package io.fraiseql.core.json;

/**
 * Writes the selected part of a JSON document in the form that GraphQL gives its types, straight from the document's bytes. Made
 * once per plan; thread-safe.
 */
public final class JsonProjection {

    private static final String DOCUMENT = "the whole document";

    private final Projector root;

    public JsonProjection(Projection root) {
        this.root = Projector.of(root);
    }

    /**
     * Writes one document.
     *
     * @param document holds JSON in UTF-8 at {@code offset .. offset + length}, as the database gave it
     * @param out receives one JSON value; after an exception a part of it, to be truncated by the caller
     * @return false when the document is the JSON null, which is written as {@code null}
     * @throws io.fraiseql.spi.error.FraiseqlException with {@code INTERNAL} if the document is not JSON, has no value for a field
     *     that is not nullable, or a value that does not fit its type; with {@code QUERY_TOO_COMPLEX} if the buffer is full
     */
    public boolean write(byte[] document, int offset, int length, Utf8Buffer out) {
        int end = offset + length;
        int start = JsonScanner.skipBlanks(document, offset, end);
        boolean isNull = JsonScanner.isNull(document, start, end);
        int after;
        if (isNull) {
            out.nul();
            after = start + 4;
        } else {
            after = root.write(document, start, end, DOCUMENT, out);
        }
        JsonScanner.requireEnd(document, after, end);
        return !isNull;
    }
}
