package dev.pulso.company.internal.tenant;

import dev.pulso.edge.web.OriginGate;
import dev.pulso.edge.web.TenantHint;
import dev.pulso.kernel.Problem;
import dev.pulso.kernel.StartSteps;
import dev.pulso.store.tenancy.Tenancy;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * The sites of all companies, kept whole in memory: whoever sends origins that nobody lists costs no query. A change is
 * known here at once, and on every other node within half a minute.
 */
@ApplicationScoped
class Origins implements OriginGate {
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1");

    private record Companies(Set<UUID> ids, Set<String> slugs) {}

    private final Tenancy tenancy;
    private final String installation;
    private volatile Map<String, Companies> byOrigin = Map.of();

    Origins(Tenancy tenancy, @ConfigProperty(name = "pulso.url") String url) {
        this.tenancy = tenancy;
        this.installation = String.valueOf(URI.create(url).getHost());
    }

    @Override
    public boolean known(String origin, String host) {
        Companies companies = byOrigin.get(origin);
        String slug = TenantHint.subDomain(host, installation);
        return companies != null && (slug == null || companies.slugs().contains(slug));
    }

    @Override
    public boolean allowed(UUID tenantId, String origin) {
        Companies companies = byOrigin.get(origin);
        return companies != null && companies.ids().contains(tenantId);
    }

    void start(@Observes StartupEvent event) {
        StartSteps.await("reading the sites of all companies", read());
    }

    @Scheduled(every = "30s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> read() {
        return tenancy.withoutTenant(connection -> connection
                        .query("select tenant_id, slug, origins from tenant_directory where active and origins <> '{}'")
                        .execute())
                .invoke(rows -> {
                    Map<String, Companies> found = new HashMap<>();
                    rows.forEach(row -> {
                        for (String origin : row.getArrayOfStrings("origins")) {
                            Companies companies = found.computeIfAbsent(
                                    origin, ignored -> new Companies(new HashSet<>(), new HashSet<>()));
                            companies.ids().add(row.getUUID("tenant_id"));
                            companies.slugs().add(row.getString("slug"));
                        }
                    });
                    byOrigin = found;
                })
                .replaceWithVoid();
    }

    /**
     * The origins as browsers write them, each once.
     *
     * @throws Problem 400 for what is no origin, or none that is safe: plain http counts on this machine only
     */
    static String[] checked(@Nullable List<String> given) {
        Set<String> origins = new TreeSet<>();
        for (String text : given == null ? List.<String>of() : given) {
            origins.add(checked(String.valueOf(text)));
        }
        return origins.toArray(String[]::new);
    }

    private static String checked(String text) {
        try {
            URI address = new URI(text.strip().toLowerCase(Locale.ROOT));
            String host = address.getHost();
            boolean bare = host != null
                    && address.getRawUserInfo() == null
                    && (address.getRawPath().isEmpty() || address.getRawPath().equals("/"))
                    && address.getRawQuery() == null
                    && address.getRawFragment() == null;
            boolean safe = "https".equals(address.getScheme())
                    || ("http".equals(address.getScheme()) && THIS_MACHINE.contains(String.valueOf(host)));
            if (bare && safe) {
                boolean usual =
                        address.getPort() < 0 || ("https".equals(address.getScheme()) && address.getPort() == 443);
                return address.getScheme() + "://" + host + (usual ? "" : ":" + address.getPort());
            }
        } catch (URISyntaxException e) {
            // Told below, as every other text that is none.
        }
        throw Problem.invalid("allowed_origins", "must be origins such as https://portal.acme.com.br", "origin");
    }
}
