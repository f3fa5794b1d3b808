package io.fraiseql.plugin.sqlserver.introspect;

import io.fraiseql.spi.Nullable;

/** A table; the schema is null for the user's own. */
record TableName(@Nullable String schema, String name) {}
