/**
 * Passwords, access tokens, roles. What a request may do is decided at the edge, from the contract's permission and the
 * caller's role; nothing further in looks at roles.
 */
@NullMarked
package dev.pulso.platform.security;

import org.jspecify.annotations.NullMarked;
