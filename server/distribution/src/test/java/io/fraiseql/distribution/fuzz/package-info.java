/** Random schemas, rows and operations, answered by SQLite, PostgreSQL and the oracle. */
package io.fraiseql.distribution.fuzz;
