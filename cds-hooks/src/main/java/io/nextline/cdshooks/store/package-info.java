/**
 * The database below feedback and shared replay protection: SQLite in a file of the service's own, or PostgreSQL. It knows how to
 * connect, how to keep what it was given, and how to bring tables up to date; what is in them belongs to others. Plain JDBC, with a
 * driver of the installation's choice.
 */
@NullMarked
package io.nextline.cdshooks.store;

import org.jspecify.annotations.NullMarked;
