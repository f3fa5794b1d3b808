package io.fraiseql.spi.transport;

import io.fraiseql.spi.event.Event;

/**
 * What is put into a transport: data, made by the host.
 *
 * @param id what a repeat is known by
 * @param position up to which the log has been sent with it
 * @param event says who gets it: events of one key are taken one after the other, in their order
 * @param content what receivers get
 * @param rule the only rule that it is for; empty for all
 */
public record SentEvent(String id, long position, Event event, String content, String rule) {}
