/** Who may do what: roles and permissions, access tokens, password hashes. Nothing here knows a user's record. */
package dev.pulso.edge.security;
