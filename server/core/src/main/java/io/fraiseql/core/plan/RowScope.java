package io.fraiseql.core.plan;

import io.fraiseql.core.model.Field;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.sql.SqlExpr;
import io.fraiseql.spi.sql.SqlRelation.Source;

/** The values of a row by the names of the schema. Made while planning; one thread. */
interface RowScope {

    /** The typed value of a field that is no relation. */
    SqlExpr value(Field field);

    /** The type of {@link #value}. */
    ValueType valueType(Field field);

    /** The type of a column of the source by its own name; null when no field tells. */
    @Nullable
    ValueType columnType(String name);

    /** A column of the source by its own name, for the keys of relations. */
    SqlExpr column(String name, ValueType type);

    /** The row as one of the object types it can be; itself when it can be only one. */
    RowScope member(String typeName);

    /** What goes into FROM; called once every value has been asked for. */
    Source source();
}
