package dev.pulso.edge.web;

import io.vertx.core.net.HostAndPort;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import java.net.URI;
import java.util.Locale;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Which company a request without a session means: the one it names, else the header {@code X-Tenant-ID} (id or slug), else
 * the sub-domain it came by ({@code pixel12.app.example} where the installation is {@code app.example}). It only narrows
 * where a login is looked for; it proves nothing.
 */
@RequestScoped
public class TenantHint {
    private static final Pattern SLUG = Pattern.compile("(?!.*--)(?!.*-$)[a-z0-9][a-z0-9-]{0,62}");

    private final RoutingContext http;
    private final @Nullable String installation;

    TenantHint(RoutingContext http, @ConfigProperty(name = "pulso.url") String url) {
        this.http = http;
        this.installation = URI.create(url).getHost();
    }

    /** A slug or an id; null when any company of the e-mail will do. */
    public @Nullable String or(@Nullable String named) {
        if (named != null && !named.isBlank()) {
            return named.strip();
        }
        String header = http.request().getHeader("X-Tenant-ID");
        return header != null && !header.isBlank()
                ? header.strip()
                : subDomain(http.request().authority());
    }

    private @Nullable String subDomain(@Nullable HostAndPort host) {
        return host == null || installation == null ? null : subDomain(host.host(), installation);
    }

    public static @Nullable String subDomain(String host, String installation) {
        String name = host.toLowerCase(Locale.ROOT);
        String suffix = "." + installation.toLowerCase(Locale.ROOT);
        if (!name.endsWith(suffix)) {
            return null;
        }
        String slug = name.substring(0, name.length() - suffix.length());
        return slug.equals("www") || !SLUG.matcher(slug).matches() ? null : slug;
    }
}
