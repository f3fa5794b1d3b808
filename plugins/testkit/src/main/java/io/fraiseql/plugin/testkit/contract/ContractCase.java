package io.fraiseql.plugin.testkit.contract;

import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.sql.Capability;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One case of a behaviour.
 *
 * @param behaviour the name of its file, {@code decimals}
 * @param with the file of what the schema must have besides, {@code mutations.json}; null for nothing
 * @param needs what a dialect must have for it; null when every dialect answers
 * @param alsoWithout capabilities without which a dialect gives the same answer in another way
 * @param steps requests one after the other
 */
public record ContractCase(
        String behaviour,
        String title,
        @Nullable String with,
        @Nullable Need needs,
        Set<Capability> alsoWithout,
        List<Step> steps) {

    /**
     * What not every dialect has.
     *
     * @param without how a dialect that lacks it refuses the case
     */
    public record Need(Capability capability, Refusal without) {}

    /**
     * A request with what must come of it.
     *
     * @param before statements that another client runs before it
     * @param variables raw JSON values
     * @param answer null when it is refused
     * @param refusal null when it is answered
     */
    public record Step(
            List<String> before,
            String document,
            @Nullable String operationName,
            Map<String, Object> variables,
            @Nullable Answer answer,
            @Nullable Refusal refusal) {}

    /**
     * The expected {@code data}.
     *
     * @param json without blanks between values
     * @param anyOrder whether the members of objects may stand in another order, as those of stored JSON may
     */
    public record Answer(String json, boolean anyOrder) {}

    /**
     * The expected first error.
     *
     * @param message a part of the message
     * @param beforeSql whether no statement may have been sent
     */
    public record Refusal(String code, String message, boolean beforeSql) {}

    @Override
    public String toString() {
        return behaviour + ": " + title;
    }
}
