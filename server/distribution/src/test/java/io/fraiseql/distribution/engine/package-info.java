/** The engine in process on real databases, and what it promises of statements, plans, bounds and failures. */
package io.fraiseql.distribution.engine;
