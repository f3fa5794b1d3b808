package io.fraiseql.core.model;

import java.util.Map;

/**
 * The column of a source shared by the members of an interface or union that tells the type of a row.
 *
 * @param column its name
 * @param types the member's name by the column's text
 */
public record Discriminator(ByDialect<String> column, Map<String, String> types) {}
