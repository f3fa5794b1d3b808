package io.fraiseql.core.model;

/**
 * A rule that is about no writes: its actions are done at times.
 *
 * @param rule whose entity is {@link #ENTITY}
 * @param cron an expression of five fields
 * @param zone the time zone that it is read in
 */
public record ScheduledRule(Rule rule, String cron, String zone) {

    /** What the events of schedules are about; no type can be called so. */
    public static final String ENTITY = "@schedule";
}
