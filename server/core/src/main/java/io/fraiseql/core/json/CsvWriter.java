package io.fraiseql.core.json;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes JSON objects as lines of CSV (RFC 4180). A null is an empty field, an empty string a quoted one. Not thread-safe.
 */
public final class CsvWriter {

    private static final byte[] LINE_END = {'\r', '\n'};

    private final Node root;
    private final List<String> names = new ArrayList<>();
    private final List<CsvColumn.Kind> kinds = new ArrayList<>();
    private final int[] starts;
    private final int[] ends;
    private final Utf8Buffer text = new Utf8Buffer(256);

    /** Where the members of an object go: the number of a cell, or another object. */
    private record Node(int cell, Map<String, Node> members) {}

    /** A table of an object's members. */
    public CsvWriter(List<CsvColumn> columns) {
        root = node("", columns);
        starts = new int[names.size()];
        ends = new int[names.size()];
    }

    private Node node(String prefix, List<CsvColumn> columns) {
        Map<String, Node> members = new HashMap<>();
        for (CsvColumn column : columns) {
            if (column.kind() == CsvColumn.Kind.OBJECT) {
                members.put(column.key(), node(prefix + column.key() + ".", column.members()));
            } else {
                members.put(column.key(), new Node(names.size(), Map.of()));
                names.add(prefix + column.key());
                kinds.add(column.kind());
            }
        }
        return new Node(-1, members);
    }

    /** The line with the names of the columns: keys joined by dots. */
    public void header(Utf8Buffer out) {
        for (int i = 0; i < names.size(); i++) {
            separate(i, out);
            byte[] name = names.get(i).getBytes(StandardCharsets.UTF_8);
            out.write(name);
        }
        out.write(LINE_END);
    }

    /** The line of one object, which must be as this package writes it: without blanks, without other members. */
    public void row(byte[] json, int start, int end, Utf8Buffer out) {
        Arrays.fill(starts, -1);
        object(root, json, start, end);
        for (int i = 0; i < starts.length; i++) {
            separate(i, out);
            if (starts[i] >= 0) {
                cell(kinds.get(i), json, starts[i], ends[i], out);
            }
        }
        out.write(LINE_END);
    }

    private static void separate(int cell, Utf8Buffer out) {
        if (cell > 0) {
            out.write((byte) ',');
        }
    }

    /** Notes where the values stand; absent ones stay at -1. */
    private int object(Node node, byte[] json, int start, int end) {
        int position = JsonScanner.require(json, start, end, '{');
        while (!JsonScanner.isAt(json, position, end, '}')) {
            int keyEnd = JsonScanner.skipString(json, position, end);
            String key = new String(json, position + 1, keyEnd - position - 2, StandardCharsets.UTF_8);
            position = value(node, key, json, JsonScanner.require(json, keyEnd, end, ':'), end);
            if (JsonScanner.isAt(json, position, end, ',')) {
                position++;
            }
        }
        return position + 1;
    }

    private int value(Node parent, String key, byte[] json, int start, int end) {
        Node node = parent.members().get(key);
        if (node == null) {
            throw new IllegalStateException("no column for the member " + key);
        }
        if (JsonScanner.isNull(json, start, end)) {
            return JsonScanner.skipValue(json, start, end);
        }
        if (node.cell() < 0) {
            return object(node, json, start, end);
        }
        int after = JsonScanner.skipValue(json, start, end);
        starts[node.cell()] = start;
        ends[node.cell()] = after;
        return after;
    }

    private void cell(CsvColumn.Kind kind, byte[] json, int start, int end, Utf8Buffer out) {
        if (kind == CsvColumn.Kind.VALUE && json[start] == '"') {
            text.clear();
            JsonUnescape.append(json, start + 1, end - 1, text);
            quoted(text.array(), 0, text.length(), out);
        } else {
            quoted(json, start, end, out);
        }
    }

    private static void quoted(byte[] source, int start, int end, Utf8Buffer out) {
        if (plain(source, start, end)) {
            out.write(source, start, end - start);
            return;
        }
        out.write((byte) '"');
        for (int i = start; i < end; i++) {
            if (source[i] == '"') {
                out.write((byte) '"');
            }
            out.write(source[i]);
        }
        out.write((byte) '"');
    }

    /** Whether a field needs no quotes: it has nothing that ends it, no blank at its ends, and is not empty. */
    private static boolean plain(byte[] source, int start, int end) {
        if (start == end || source[start] == ' ' || source[end - 1] == ' ') {
            return false;
        }
        for (int i = start; i < end; i++) {
            byte unit = source[i];
            if (unit == '"' || unit == ',' || unit == '\n' || unit == '\r') {
                return false;
            }
        }
        return true;
    }
}
