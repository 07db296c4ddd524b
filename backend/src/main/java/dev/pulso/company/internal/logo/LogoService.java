package dev.pulso.company.internal.logo;

import dev.pulso.company.Logos;
import dev.pulso.company.TenantData;
import dev.pulso.company.internal.tenant.TenantService;
import dev.pulso.kernel.ExpectedVersion;
import dev.pulso.kernel.Problem;
import dev.pulso.store.tenancy.Caller;
import dev.pulso.store.tenancy.Tenancy;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The picture of the company, in a table of its own; the company itself knows its hash. */
@ApplicationScoped
class LogoService implements Logos {
    private final Tenancy tenancy;
    private final TenantService tenants;

    LogoService(Tenancy tenancy, TenantService tenants) {
        this.tenancy = tenancy;
        this.tenants = tenants;
    }

    /** @param size of the file in bytes, asked before a byte of it is read */
    Uni<TenantData> replace(Caller caller, ExpectedVersion expected, Path file, long size) {
        if (size > Picture.MOST_BYTES) {
            throw Problem.tooLarge("a logo may have 256 KiB");
        }
        return read(file)
                .chain(picture -> tenancy.write(
                        caller,
                        session -> tenants.logo(caller, expected, picture.hash())
                                .call(() -> tenancy.sql(
                                        caller,
                                        connection -> connection
                                                .preparedQuery("""
                                                        insert into tenant_logos (tenant_id, hash, media_type, content)
                                                        values (current_setting('app.tenant_id')::uuid, $1, $2, $3)
                                                        on conflict (tenant_id) do update
                                                        set hash = excluded.hash, media_type = excluded.media_type,
                                                            content = excluded.content, updated_at = app_now()""")
                                                .execute(Tuple.of(
                                                        picture.hash(),
                                                        picture.mediaType(),
                                                        Buffer.buffer(picture.content())))))));
    }

    /** Without a logo there is nothing to do, and that is fine. */
    Uni<TenantData> remove(Caller caller, ExpectedVersion expected) {
        return tenancy.write(
                caller,
                session -> tenants.logo(caller, expected, null)
                        .call(() -> tenancy.sql(
                                caller,
                                connection -> connection
                                        .query("delete from tenant_logos")
                                        .execute())));
    }

    @Override
    public Uni<@Nullable Logo> find(Caller caller, String hash) {
        return tenancy.query(caller, "select media_type, content from tenant_logos where hash = $1", Tuple.of(hash))
                .map(rows -> {
                    for (var row : rows) {
                        return new Logo(
                                row.getString("media_type"),
                                row.get(Buffer.class, "content").getBytes());
                    }
                    return null;
                });
    }

    /** The logo, or 404. */
    Uni<Logo> get(Caller caller, String hash) {
        return find(caller, hash).onItem().ifNull().failWith(Problem::notFound);
    }

    /** Reading a file blocks: off the event loop. */
    private static Uni<Picture> read(Path file) {
        return Uni.createFrom()
                .item(() -> {
                    try {
                        return Picture.of(Files.readAllBytes(file));
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                })
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }
}
