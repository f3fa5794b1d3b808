package io.fraiseql.spi.transport;

/**
 * Where an event is among those that are taken one after the other.
 *
 * @param partition names these, in all processes and for good; those of a partition that was made anew have another name
 * @param number grows from event to event of a partition
 */
public record EventPlace(String partition, long number) {}
