package io.fraiseql.server.action;

import io.fraiseql.spi.action.Delivery;

/** Sends text messages. Thread-safe. */
interface SmsProvider {

    /** Scheme, host and port of who sends them. */
    String origin();

    /** @throws io.fraiseql.spi.action.ActionFailedException when the provider did not take it */
    void send(String to, String message, Delivery delivery);
}
