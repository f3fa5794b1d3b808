/** Mutations on the real engines. */
package io.fraiseql.distribution.write;
