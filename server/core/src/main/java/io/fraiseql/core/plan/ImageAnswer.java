package io.fraiseql.core.plan;

import io.fraiseql.core.model.ObjectType;
import io.fraiseql.core.model.Source;
import io.fraiseql.spi.Nullable;
import java.util.ArrayList;
import java.util.List;

/**
 * An answer that is in the image of the written row already, because it has stored fields alone: the row need not be read back. Immutable.
 *
 * @param pieces in response order
 */
public record ImageAnswer(List<Piece> pieces) {

    public ImageAnswer {
        pieces = List.copyOf(pieces);
    }

    /**
     * One field.
     *
     * @param label its response key as it stands in the answer, with its colon
     * @param field where it stands in the {@link RowImage}; of no meaning for what is known
     * @param known its JSON when that is the same for every row; null otherwise
     * @param nullable whether null is an answer
     */
    public record Piece(byte[] label, int field, byte @Nullable [] known, boolean nullable) {}

    /**
     * The answer of a selection.
     *
     * @param fields the selection, collected
     * @return null when it needs more than the image has, or when the type is read from elsewhere than it is written to
     */
    static @Nullable ImageAnswer of(WriteTarget target, String dialect, List<SelectedField> fields) {
        ObjectType type = target.type();
        Source source = type.source();
        if (source.kind() != Source.Kind.COLUMNS
                || !source.relation().get(dialect).equals(target.table())) {
            return null;
        }
        List<Piece> pieces = new ArrayList<>();
        for (SelectedField selected : fields) {
            Piece piece = piece(target, selected);
            if (piece == null) {
                return null;
            }
            pieces.add(piece);
        }
        return new ImageAnswer(pieces);
    }

    private static @Nullable Piece piece(WriteTarget target, SelectedField selected) {
        byte[] label = RootPlan.label(selected.key());
        if (selected.name().equals("__typename")) {
            return new Piece(label, 0, RootPlan.utf8("\"" + target.type().name() + "\""), false);
        }
        if (!selected.first().getArguments().isEmpty()) {
            return null;
        }
        List<WriteColumn> columns = target.columns();
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).field().equals(selected.name())) {
                return new Piece(
                        label, i, null, columns.get(i).definition().type().nullable());
            }
        }
        return null;
    }
}
