package io.fraiseql.plugin.testkit.contract;

import io.fraiseql.spi.Nullable;

/**
 * What came of a case that holds.
 *
 * @param refusedWith the code with which this dialect refuses it, since it lacks what the case needs; null when the answer, or the
 *     refusal that every dialect gives, is the expected one
 */
public record ContractResult(
        ContractCase contractCase, @Nullable String refusedWith) {}
