package io.fraiseql.plugin.flight.vector;

import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.query.ListCursor;
import java.util.List;
import org.apache.arrow.vector.complex.StructVector;

/** A related row, or the whole row: its members. */
final class ObjectColumn extends Column {

    private final @Nullable StructVector struct;
    private final int presence;
    private final Column[] members;

    /**
     * @param struct null for the whole row
     * @param presence the column whose null says that the object is absent; -1 when it is always there
     */
    ObjectColumn(@Nullable StructVector struct, int presence, List<Column> members) {
        this.struct = struct;
        this.presence = presence;
        this.members = members.toArray(new Column[0]);
    }

    @Override
    void begin(int rows) {
        if (struct != null) {
            struct.reset();
            while (struct.getValidityBuffer().capacity() * 8 < rows) {
                struct.reAlloc();
            }
        }
        for (Column member : members) {
            member.begin(rows);
        }
    }

    @Override
    void grow(int rows) {
        for (Column member : members) {
            member.grow(rows);
        }
    }

    @Override
    int write(ListCursor row, int index) {
        if (presence >= 0 && row.isNull(presence)) {
            absentMembers(index);
            return 1;
        }
        define(index);
        return 1 + writeMembers(row, index);
    }

    /** Writes the members of an object that is there. */
    int writeMembers(ListCursor row, int index) {
        int bytes = 0;
        for (Column member : members) {
            bytes += member.write(row, index);
        }
        return bytes;
    }

    /** Writes one row in which a list has rows and each other list none; returns how many rows. For members that are all lists. */
    int writeList(int member, ListCursor below, int mostRows, long mostBytes) {
        for (int i = 0; i < members.length; i++) {
            if (i != member) {
                members[i].absent(0);
            }
        }
        list(member).writeRows(below, 0, mostRows, mostBytes);
        return list(member).count();
    }

    /** Whether the cursor of {@link #writeList} may have more. */
    boolean listGoesOn(int member) {
        return list(member).goesOn();
    }

    private ListColumn list(int member) {
        return (ListColumn) members[member];
    }

    private void define(int index) {
        if (struct != null) {
            struct.setIndexDefined(index);
        }
    }

    @Override
    void absent(int index) {
        if (presence < 0) {
            define(index);
        }
        absentMembers(index);
    }

    private void absentMembers(int index) {
        for (Column member : members) {
            member.absent(index);
        }
    }
}
