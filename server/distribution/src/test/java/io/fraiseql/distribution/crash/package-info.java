/**
 * Servers that are killed and suspended while they write and deliver, and what must be true afterwards: {@link
 * io.fraiseql.distribution.crash.CrashRun}.
 */
package io.fraiseql.distribution.crash;
