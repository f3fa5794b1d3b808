package io.fraiseql.plugin.mysql.introspect;

import io.fraiseql.spi.Nullable;

/** A table; the schema is null for the connection's own. */
record TableName(@Nullable String schema, String name) {}
