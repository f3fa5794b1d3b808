/**
 * The contract of a dialect: cases with their answers as data ({@code contract/*.cases}), tables that hold every value at its
 * edges ({@code contract/tables.json}), and a test that runs them on a real database. For the tests of database plugins.
 */
package io.fraiseql.plugin.testkit.contract;
