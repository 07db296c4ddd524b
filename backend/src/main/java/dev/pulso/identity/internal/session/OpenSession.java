package dev.pulso.identity.internal.session;

import dev.pulso.identity.TenantData;
import dev.pulso.identity.internal.user.UserData;
import dev.pulso.platform.security.AccessTokens;

/** What a client gets: both tokens, and whom they are for. */
public record OpenSession(AccessTokens.Issued accessToken, String refreshToken, UserData user, TenantData tenant) {}
