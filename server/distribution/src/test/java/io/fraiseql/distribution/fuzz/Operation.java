package io.fraiseql.distribution.fuzz;

import java.util.Map;

/** A document with one operation and the variables of a request. */
public record Operation(String text, Map<String, Object> variables) {}
