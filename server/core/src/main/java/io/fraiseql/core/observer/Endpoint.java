package io.fraiseql.core.observer;

/** What may be down: a server, as one type of action names it. */
record Endpoint(String type, String name) {}
