package dev.pulso.people.internal.login;

import dev.pulso.company.TenantData;
import dev.pulso.edge.security.AccessTokens;
import dev.pulso.people.internal.user.UserData;

/** What a client gets: both tokens, and whom they are for. */
public record OpenSession(AccessTokens.Issued accessToken, String refreshToken, UserData user, TenantData tenant) {}
