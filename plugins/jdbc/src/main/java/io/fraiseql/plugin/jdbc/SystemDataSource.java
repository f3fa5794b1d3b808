package io.fraiseql.plugin.jdbc;

import com.zaxxer.hikari.HikariDataSource;

/** A small pool of writing connections for migrations and system tables. */
public final class SystemDataSource {

    private SystemDataSource() {}

    /**
     * Prepares the pool; it connects at its first use. Whoever calls this closes it.
     *
     * @param size connections at most; none is kept when nothing happens
     */
    public static HikariDataSource prepare(String name, int size, ConnectionSource source) {
        HikariDataSource pool = new HikariDataSource();
        pool.setPoolName(name);
        pool.setDataSource(new SourceDataSource(source));
        pool.setMaximumPoolSize(size);
        pool.setMinimumIdle(0);
        return pool;
    }
}
