package dev.pulso.identity.internal.session;

import dev.pulso.api.AuthApi;
import dev.pulso.api.model.Credentials;
import dev.pulso.api.model.RefreshRequest;
import dev.pulso.api.model.Registration;
import dev.pulso.api.model.Session;
import dev.pulso.platform.web.CallerContext;
import dev.pulso.platform.web.Problem;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Sessions over HTTP. A browser ({@code X-Pulso-Client: web}) holds its refresh token in a cookie that scripts cannot
 * read and other sites cannot send; the header, which a form of another site cannot set, is demanded with it.
 */
class AuthResource implements AuthApi {
    private static final String COOKIE = "__Host-pulso_refresh";
    private static final String BROWSER = "web";

    private final SessionService sessions;
    private final RoutingContext http;
    private final CallerContext context;

    AuthResource(SessionService sessions, RoutingContext http, CallerContext context) {
        this.sessions = sessions;
        this.http = http;
        this.context = context;
    }

    @Override
    public Uni<Session> register(Registration body) {
        return sessions.register(SessionMapper.toNew(body), http.request().getHeader("User-Agent"), context.requestId())
                .map(opened -> answer(opened, http.request().getHeader("X-Pulso-Client")));
    }

    @Override
    public Uni<Session> login(Credentials body, String client) {
        return sessions.login(
                        body.getEmail(),
                        body.getPassword(),
                        body.getTenant(),
                        http.request().getHeader("User-Agent"),
                        context.requestId())
                .map(opened -> answer(opened, client));
    }

    @Override
    public Uni<Session> refresh(String client, RefreshRequest body) {
        return sessions.refresh(token(client, body), context.requestId()).map(opened -> answer(opened, client));
    }

    @Override
    public Uni<Void> logout(String client, RefreshRequest body) {
        return sessions.logout(token(client, body), context.requestId())
                .invoke(() -> http.response().addCookie(cookie("").setMaxAge(0)));
    }

    private @Nullable String token(@Nullable String client, @Nullable RefreshRequest body) {
        if (body != null && body.getRefreshToken() != null) {
            return body.getRefreshToken();
        }
        Cookie cookie = http.request().getCookie(COOKIE);
        if (cookie == null) {
            return null;
        }
        if (client == null || !sameOrigin()) {
            throw Problem.unauthorized("The cookie counts only with the header X-Pulso-Client and from this site.");
        }
        return cookie.getValue();
    }

    /** Browsers name the origin of every POST; when they do, it has to be ours. */
    private boolean sameOrigin() {
        String origin = http.request().getHeader("Origin");
        return origin == null
                || origin.equals(
                        http.request().scheme() + "://" + http.request().authority());
    }

    private Session answer(OpenSession opened, @Nullable String client) {
        Session session = SessionMapper.toApi(opened);
        if (BROWSER.equals(client)) {
            http.response().addCookie(cookie(opened.refreshToken()));
        } else {
            session.refreshToken(opened.refreshToken());
        }
        return session;
    }

    private static Cookie cookie(String value) {
        return Cookie.cookie(COOKIE, value)
                .setPath("/")
                .setHttpOnly(true)
                .setSecure(true)
                .setSameSite(CookieSameSite.STRICT)
                .setMaxAge(Duration.ofDays(30).toSeconds());
    }
}
