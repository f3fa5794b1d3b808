package io.fraiseql.plugin.mysql;

import io.fraiseql.plugin.jdbc.PoolConfig;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.Secret;

/** What both {@code database} sections hold. */
record Settings(String url, @Nullable String user, @Nullable Secret password, PoolConfig pool) {}
