package io.fraiseql.core.execute;

import java.util.Arrays;

/**
 * The rows of one branch, written but not yet in their place: for each row its parent, its place among its siblings, its own id, and where its
 * text stands, cut where child lists belong. Rows may come in any order; {@link #arrange} sorts them when they did.
 */
final class BranchRows {

    /** The end of a row. */
    static final int END = -1;
    /** The end of one of the texts of a row. */
    static final int SEPARATOR = -2;

    private static final int PARENT = 0;
    private static final int ORDINAL = 1;
    private static final int ID = 2;
    private static final int START = 3;
    private static final int FIRST_CUT = 4;
    private static final int WIDTH = 5;

    private long[] rows = new long[WIDTH * 32];
    private int count;
    private long[] cuts = new long[16];
    private int cutCount;
    private boolean ordered = true;

    int count() {
        return count;
    }

    /** Forgets all rows. */
    void clear() {
        count = 0;
        cutCount = 0;
        ordered = true;
    }

    void add(long parent, long ordinal, long id, int start) {
        if (rows.length < (count + 1) * WIDTH) {
            rows = Arrays.copyOf(rows, rows.length * 2);
        }
        if (count > 0 && ordered) {
            int last = (count - 1) * WIDTH;
            long previous = rows[last + PARENT];
            ordered = previous < parent || (previous == parent && rows[last + ORDINAL] <= ordinal);
        }
        int at = count++ * WIDTH;
        rows[at + PARENT] = parent;
        rows[at + ORDINAL] = ordinal;
        rows[at + ID] = id;
        rows[at + START] = start;
        rows[at + FIRST_CUT] = cutCount;
    }

    /** Notes that the children of a list belong at this place of the newest row. */
    void cut(int offset, int list) {
        if (cuts.length == cutCount) {
            cuts = Arrays.copyOf(cuts, cuts.length * 2);
        }
        cuts[cutCount++] = ((long) offset << 32) | (list & 0xFFFF_FFFFL);
    }

    /** Ends the newest row. */
    void end(int offset) {
        cut(offset, END);
    }

    /** Puts the rows in the order of (parent, ordinal). */
    void arrange() {
        if (ordered) {
            return;
        }
        Integer[] order = new Integer[count];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (a, b) -> {
            int byParent = Long.compare(rows[a * WIDTH + PARENT], rows[b * WIDTH + PARENT]);
            return byParent != 0 ? byParent : Long.compare(rows[a * WIDTH + ORDINAL], rows[b * WIDTH + ORDINAL]);
        });
        long[] sorted = new long[count * WIDTH];
        for (int i = 0; i < count; i++) {
            System.arraycopy(rows, order[i] * WIDTH, sorted, i * WIDTH, WIDTH);
        }
        rows = sorted;
        ordered = true;
    }

    /** The first row of a parent, or the place where it would stand; only after {@link #arrange}. */
    int firstOf(long parent) {
        return search(parent, false);
    }

    /** The place after the last row of a parent. */
    int endOf(long parent) {
        return search(parent, true);
    }

    private int search(long parent, boolean after) {
        int low = 0;
        int high = count;
        while (low < high) {
            int middle = (low + high) >>> 1;
            long found = rows[middle * WIDTH + PARENT];
            if (found < parent || after && found == parent) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    long parent(int row) {
        return rows[row * WIDTH + PARENT];
    }

    long id(int row) {
        return rows[row * WIDTH + ID];
    }

    int start(int row) {
        return (int) rows[row * WIDTH + START];
    }

    int firstCut(int row) {
        return (int) rows[row * WIDTH + FIRST_CUT];
    }

    int cutOffset(int cut) {
        return (int) (cuts[cut] >>> 32);
    }

    /** The list whose children belong at a cut; {@link #END} or {@link #SEPARATOR} where none do. */
    int cutList(int cut) {
        return (int) cuts[cut];
    }
}
