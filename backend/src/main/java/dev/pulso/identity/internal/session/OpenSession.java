package dev.pulso.identity.internal.session;

import dev.pulso.identity.TenantData;
import dev.pulso.identity.internal.user.UserData;

/** What a client gets: both tokens, and whom they are for. */
record OpenSession(String accessToken, String refreshToken, UserData user, TenantData tenant) {}
