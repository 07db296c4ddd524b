/**
 * Who uses Pulso: people, how they prove who they are, and their sessions.
 *
 * <p>An e-mail may have a user in several tenants, each with its own password and role; {@code login_directory} tells at
 * login where to look, and holds nothing else. A session is a family of refresh tokens: each is used once, and a second use
 * ends the family.
 */
@NullMarked
package dev.pulso.people;

import org.jspecify.annotations.NullMarked;
