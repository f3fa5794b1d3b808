package io.fraiseql.core.json;

import io.fraiseql.spi.Nullable;
import java.util.List;

/** Writes the selected fields of an object: one pass over its members notes where the wanted values begin. */
final class ObjectProjector implements Projector {

    private final DocumentKeys keys;
    private final Field[] fields;

    ObjectProjector(ProjectedObject object) {
        keys = new DocumentKeys(object.fields());
        fields = fields(object.fields(), keys);
    }

    @Override
    public int write(byte[] document, int start, int limit, String key, Utf8Buffer out) {
        if (!JsonScanner.isAt(document, start, limit, '{')) {
            throw Projector.mismatch(key, "an object");
        }
        int[] starts = new int[keys.count()];
        int end = locate(document, start + 1, limit, starts);
        byte separator = '{';
        for (Field field : fields) {
            out.write(separator);
            out.write(field.responseKey);
            if (field.constant != null) {
                out.write(field.constant);
            } else {
                writeValue(document, starts[field.key], limit, field, out);
            }
            separator = ',';
        }
        if (fields.length == 0) {
            out.write((byte) '{');
        }
        out.write((byte) '}');
        return end;
    }

    private static void writeValue(byte[] document, int start, int limit, Field field, Utf8Buffer out) {
        if (start != 0 && document[start] != 'n') {
            field.value.write(document, start, limit, field.name, out);
        } else if (field.nullable) {
            out.nul();
        } else {
            throw Projector.missing(field.name);
        }
    }

    /** Fills in where the values of the wanted keys begin, 0 for none; of a repeated key the last one counts. */
    private int locate(byte[] document, int start, int limit, int[] starts) {
        int position = JsonScanner.skipBlanks(document, start, limit);
        if (JsonScanner.isAt(document, position, limit, '}')) {
            return position + 1;
        }
        int expected = 0;
        while (true) {
            int keyEnd = JsonScanner.skipString(document, position, limit);
            int found = keys.find(document, position + 1, keyEnd - 1, expected);
            position = JsonScanner.skipBlanks(document, keyEnd, limit);
            position = JsonScanner.skipBlanks(document, JsonScanner.require(document, position, limit, ':'), limit);
            if (found >= 0) {
                starts[found] = position;
                expected = found + 1;
            }
            position = JsonScanner.skipBlanks(document, JsonScanner.skipValue(document, position, limit), limit);
            if (JsonScanner.isAt(document, position, limit, '}')) {
                return position + 1;
            }
            position = JsonScanner.skipBlanks(document, JsonScanner.require(document, position, limit, ','), limit);
        }
    }

    private static Field[] fields(List<ProjectedField> projected, DocumentKeys keys) {
        Field[] result = new Field[projected.size()];
        for (int i = 0; i < result.length; i++) {
            ProjectedField field = projected.get(i);
            String name = field.documentKey();
            result[i] = new Field(
                    field.responseKey(),
                    field.constant(),
                    name == null ? -1 : keys.indexOf(name),
                    name == null ? "" : name,
                    field.nullable(),
                    Projector.of(field.value()));
        }
        return result;
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Field(
            byte[] responseKey, byte @Nullable [] constant, int key, String name, boolean nullable, Projector value) {}
}
