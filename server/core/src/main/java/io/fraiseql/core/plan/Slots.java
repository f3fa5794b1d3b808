package io.fraiseql.core.plan;

import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.database.ColumnType;
import io.fraiseql.spi.database.SqlType;
import io.fraiseql.spi.sql.SqlExpr;
import java.util.ArrayList;
import java.util.List;

/** The values that one statement binds, each under a number. Mutable; one thread. */
final class Slots {

    private final List<BindSource> sources = new ArrayList<>();

    SqlExpr.Bind bind(BindSource source, ColumnType type, boolean list, @Nullable SqlType against) {
        sources.add(source);
        return new SqlExpr.Bind(sources.size() - 1, type, list, against);
    }

    /** A list of rows of these types, bound as one parameter. */
    SqlExpr.Bind bindRows(BindSource source, List<ColumnType> types) {
        sources.add(source);
        return new SqlExpr.Bind(sources.size() - 1, ColumnType.JSON, false, null, types);
    }

    List<BindSource> sources() {
        return List.copyOf(sources);
    }
}
