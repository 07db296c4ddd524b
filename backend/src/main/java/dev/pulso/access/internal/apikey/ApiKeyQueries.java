package dev.pulso.access.internal.apikey;

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

/** Keys with the names of their makers. */
@ApplicationScoped
class ApiKeyQueries {
    private static final String COLUMNS = """
            k.id, k.name, k.prefix, k.scopes, u.name as created_by_name, k.created_at, k.expires_at, k.last_used_at,
            k.revoked_at""";
    private static final String FROM = "api_keys k left join user_names u on u.id = k.created_by";

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

    /** The key, or 404. */
    Uni<ApiKeyData> get(Caller caller, UUID id) {
        return tenancy.query(caller, "select " + COLUMNS + " from " + FROM + " where k.id = $1", Tuple.of(id))
                .map(rows -> {
                    if (rows.size() == 0) {
                        throw Problem.notFound();
                    }
                    return data(rows.iterator().next());
                });
    }

    private static ApiKeyData data(Row row) {
        return new ApiKeyData(
                row.getUUID("id"),
                row.getString("name"),
                row.getString("prefix"),
                Stream.of(row.getArrayOfStrings("scopes"))
                        .filter(Permissions.ALL::contains)
                        .toList(),
                row.getString("created_by_name"),
                row.getOffsetDateTime("created_at").toInstant(),
                instant(row.getOffsetDateTime("expires_at")),
                instant(row.getOffsetDateTime("last_used_at")),
                instant(row.getOffsetDateTime("revoked_at")));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
