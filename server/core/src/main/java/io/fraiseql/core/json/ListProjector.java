package io.fraiseql.core.json;

/** Writes an array element by element. */
final class ListProjector implements Projector {

    private final boolean elementNullable;
    private final Projector element;

    ListProjector(ProjectedList list) {
        elementNullable = list.elementNullable();
        element = Projector.of(list.element());
    }

    @Override
    public int write(byte[] document, int start, int limit, String key, Utf8Buffer out) {
        if (!JsonScanner.isAt(document, start, limit, '[')) {
            throw Projector.mismatch(key, "a list");
        }
        out.write((byte) '[');
        int position = JsonScanner.skipBlanks(document, start + 1, limit);
        if (!JsonScanner.isAt(document, position, limit, ']')) {
            position = writeElements(document, position, limit, key, out);
        }
        out.write((byte) ']');
        return position + 1;
    }

    private int writeElements(byte[] document, int start, int limit, String key, Utf8Buffer out) {
        int position = start;
        while (true) {
            position = writeElement(document, position, limit, key, out);
            position = JsonScanner.skipBlanks(document, position, limit);
            if (JsonScanner.isAt(document, position, limit, ']')) {
                return position;
            }
            position = JsonScanner.skipBlanks(document, JsonScanner.require(document, position, limit, ','), limit);
            out.write((byte) ',');
        }
    }

    private int writeElement(byte[] document, int start, int limit, String key, Utf8Buffer out) {
        if (!JsonScanner.isNull(document, start, limit)) {
            return element.write(document, start, limit, key, out);
        }
        if (!elementNullable) {
            throw Projector.missing(key);
        }
        out.nul();
        return start + 4;
    }
}
