package io.fraiseql.core.execute;

import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.database.Database;

/**
 * What every run of a plan needs of its engine.
 *
 * @param events null when the outbox is off
 * @param signature says to triggers who asks
 * @param results null when results are not cached
 * @param stamps told of every write
 * @param notice told of every commit
 */
record EngineParts(
        Database database,
        DeadlineWatch watch,
        EngineOptions options,
        MutationOptions mutations,
        Transactions transactions,
        @Nullable EventWriter events,
        Signature signature,
        @Nullable ResultCache results,
        WriteStamps stamps,
        WriteNotice notice) {}
