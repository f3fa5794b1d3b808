package io.fraiseql.spi.database;

import io.fraiseql.spi.error.FraiseqlException;

/** Lends connections of a database. All methods may be called from any thread. */
public interface Sessions {

    /**
     * Lends a connection for reading.
     *
     * @throws FraiseqlException {@link DatabaseErrorCode#OVERLOADED} when none is free in time, {@link DatabaseErrorCode#UNAVAILABLE} when none can
     *     be made
     */
    ReadSession openRead(ReadOptions options);

    /**
     * Lends a connection for one transaction that writes. Only asked of a plugin whose dialect has {@link
     * io.fraiseql.spi.sql.Capability#MUTATIONS}.
     *
     * @throws FraiseqlException as {@link #openRead}
     */
    default WriteSession openWrite(WriteOptions options) {
        throw new FraiseqlException(DatabaseErrorCode.MISCONFIGURED, "this database plugin cannot write");
    }
}
