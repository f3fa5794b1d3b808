/** The SQL for SQL Server, read by parsers of its language: no server runs where the tests do. */
package io.fraiseql.distribution.tsql;
