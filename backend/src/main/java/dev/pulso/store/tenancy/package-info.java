/**
 * The only door to the database. Every transaction carries a tenant, an actor and a request id, set in the same tick as
 * its BEGIN; row-level security and the audit trail read them. Work without a tenant fails loudly.
 */
package dev.pulso.store.tenancy;
