package io.fraiseql.core.execute;

import io.fraiseql.core.plan.WriteColumn;
import io.fraiseql.core.plan.WriteTarget;
import io.fraiseql.spi.database.ConstraintViolation;
import io.fraiseql.spi.database.DatabaseErrorCode;
import io.fraiseql.spi.error.FraiseqlException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A broken constraint in the words of the schema. */
final class BrokenConstraint extends FraiseqlException {

    private static final long serialVersionUID = 1L;

    private final ConstraintViolation.Kind kind;
    private final transient List<String> fields;

    private BrokenConstraint(ConstraintViolation violation, List<String> fields, String message) {
        super(DatabaseErrorCode.CONSTRAINT_VIOLATION, message, violation);
        this.kind = violation.kind();
        this.fields = fields;
    }

    /** Says which fields the columns of a violation are; columns that no field shows are left out. */
    static BrokenConstraint of(ConstraintViolation violation, WriteTarget target) {
        List<String> fields = new ArrayList<>();
        for (WriteColumn column : target.columns()) {
            if (violation.columns().stream().anyMatch(column::is)) {
                fields.add(column.field());
            }
        }
        String kind = violation.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        String place = fields.isEmpty() ? "" : " of " + String.join(", ", fields);
        return new BrokenConstraint(
                violation,
                fields,
                "the " + kind + " constraint" + place + " refuses this: "
                        + violation.kind().meaning());
    }

    ConstraintViolation.Kind kind() {
        return kind;
    }

    List<String> fields() {
        return fields;
    }
}
