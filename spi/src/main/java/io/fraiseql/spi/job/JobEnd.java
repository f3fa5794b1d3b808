package io.fraiseql.spi.job;

import io.fraiseql.spi.Nullable;

/**
 * What becomes of a claimed job: data, made by the host.
 *
 * @param next what takes its place in the queue: the same job to be tried again, another one that follows from it, or null for nothing. It
 *     is served before what the queue got later from the same organisation
 */
public record JobEnd(ClaimedJob claim, @Nullable Job next) {}
