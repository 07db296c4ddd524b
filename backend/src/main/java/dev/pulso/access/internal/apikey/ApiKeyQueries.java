package dev.pulso.access.internal.apikey;

import dev.pulso.access.ApiKeyData;
import dev.pulso.access.ApiKeys;
import dev.pulso.edge.security.Permissions;
import dev.pulso.kernel.Problem;
import dev.pulso.store.data.KeysetQuery;
import dev.pulso.store.data.Page;
import dev.pulso.store.data.PageRequest;
import dev.pulso.store.tenancy.Caller;
import dev.pulso.store.tenancy.Tenancy;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Keys, never the secrets themselves. */
@ApplicationScoped
class ApiKeyQueries implements ApiKeys {
    private static final String COLUMNS = """
            k.id, k.name, k.prefix, k.scopes, k.created_by, k.created_at, k.updated_at, k.version, k.expires_at,
            k.last_used_at, k.revoked_at, k.replaced_by, k.api_version""";
    private static final String SANDBOX = "select sandbox from tenants";
    private static final String FROM = "api_keys k";

    private final Tenancy tenancy;

    ApiKeyQueries(Tenancy tenancy) {
        this.tenancy = tenancy;
    }

    /** The newest first, those that count no more among them. */
    Uni<Page<ApiKeyData>> list(Caller caller, PageRequest page) {
        return KeysetQuery.select(COLUMNS, FROM, "k.id")
                .sortable("created_at", "k.created_at", "timestamptz")
                .page(tenancy, caller, page, "-created_at", ApiKeyQueries::data);
    }

    @Override
    public Uni<ApiKeyData> get(Caller caller, UUID id) {
        return tenancy.query(caller, "select " + COLUMNS + " from " + FROM + " where k.id = $1", Tuple.of(id))
                .map(rows -> {
                    if (rows.size() == 0) {
                        throw Problem.notFound();
                    }
                    return data(rows.iterator().next());
                });
    }

    /** Whether the caller's company is one now. */
    Uni<Boolean> sandbox(Caller caller) {
        return tenancy.query(caller, SANDBOX, Tuple.tuple())
                .map(rows -> rows.iterator().next().getBoolean("sandbox"));
    }

    private static ApiKeyData data(Row row) {
        return new ApiKeyData(
                row.getUUID("id"),
                row.getString("name"),
                row.getString("prefix"),
                Stream.of(row.getArrayOfStrings("scopes"))
                        .filter(Permissions.ALL::contains)
                        .toList(),
                row.getUUID("created_by"),
                row.getOffsetDateTime("created_at").toInstant(),
                row.getOffsetDateTime("updated_at").toInstant(),
                row.getInteger("version"),
                instant(row.getOffsetDateTime("expires_at")),
                instant(row.getOffsetDateTime("last_used_at")),
                instant(row.getOffsetDateTime("revoked_at")),
                row.getUUID("replaced_by"),
                row.getString("api_version"));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
