/** Operations with answers that were worked out independently, and what runs them against a server on any dialect. */
package io.fraiseql.distribution.corpus;
