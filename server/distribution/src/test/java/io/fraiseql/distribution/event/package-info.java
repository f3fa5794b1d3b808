/** The event log on real databases: order, leases, retention. */
package io.fraiseql.distribution.event;
