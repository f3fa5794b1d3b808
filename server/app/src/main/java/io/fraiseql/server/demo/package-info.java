/** The demo bookshop: a database of this project's own, the same content on every dialect, for trying out and for tests. */
package io.fraiseql.server.demo;
