package dev.pulso.people.internal.login;

import dev.pulso.edge.web.Client;
import dev.pulso.kernel.Problem;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Where a browser ({@code X-Pulso-Client: web}) holds its refresh token: a cookie that scripts cannot read and other sites
 * cannot send. The header, which a form of another site cannot set, is demanded with it, and the origin must be ours.
 *
 * <p>{@code __Host-} asks for {@code Secure}; browsers accept that from {@code http://localhost} and {@code 127.0.0.1},
 * which they take for safe, so development needs no exception.
 */
@RequestScoped
public class RefreshCookie {
    private static final String NAME = "__Host-pulso_refresh";
    private static final String BROWSER = "web";
    private static final Duration LIFETIME = Duration.ofDays(30);

    private final RoutingContext http;
    private final boolean secureInstallation;

    RefreshCookie(RoutingContext http, @ConfigProperty(name = "pulso.url") String url) {
        this.http = http;
        this.secureInstallation = url.startsWith("https:");
    }

    /** Gives the token to a browser; false for other clients, which take it from the body. */
    boolean keep(@Nullable String client, String token) {
        if (!BROWSER.equals(client)) {
            return false;
        }
        http.response().addCookie(cookie(token));
        return true;
    }

    /** Null when there is none. */
    @Nullable
    String read(@Nullable String client) {
        Cookie cookie = http.request().getCookie(NAME);
        if (cookie == null) {
            return null;
        }
        if (client == null || !sameOrigin()) {
            throw Problem.unauthorized("The cookie counts only with the header X-Pulso-Client and from this site.");
        }
        return cookie.getValue();
    }

    void drop() {
        http.response().addCookie(cookie("").setMaxAge(0));
    }

    /** Browsers name the origin of every POST; when they do, it has to be ours. */
    private boolean sameOrigin() {
        String origin = http.request().getHeader("Origin");
        // A proxy in front ends TLS and says so, when it is trusted; what is seen here is plain http.
        String scheme = secureInstallation || Client.of(http).secure()
                ? "https"
                : http.request().scheme();
        return origin == null || origin.equals(scheme + "://" + http.request().authority());
    }

    private static Cookie cookie(String value) {
        return Cookie.cookie(NAME, value)
                .setPath("/")
                .setHttpOnly(true)
                .setSecure(true)
                .setSameSite(CookieSameSite.STRICT)
                .setMaxAge(LIFETIME.toSeconds());
    }
}
