package dev.pulso.crm.internal.lead;

import dev.pulso.kernel.Checks;
import dev.pulso.kernel.ExpectedVersion;
import dev.pulso.kernel.Ids;
import dev.pulso.kernel.Problem;
import dev.pulso.store.tenancy.Caller;
import dev.pulso.store.tenancy.Tenancy;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Where leads come from, as a company lists it: one row, which is there once it was set. */
@ApplicationScoped
class LeadSources {
    private static final String READ = "select sources, version from lead_sources";
    // Two first writes at once: the second finds the row, of another version than it expected, and changes nothing.
    private static final String WRITE = """
        insert into lead_sources (tenant_id, id, sources, version)
        values (current_setting('app.tenant_id')::uuid, $1, $2, 1)
        on conflict (tenant_id) do update
        set sources = excluded.sources, version = lead_sources.version + 1, updated_at = app_now()
        where lead_sources.version = $3
        returning sources, version\
        """;

    private static final Listed USUAL = new Listed(
            List.of(
                    new Source("site", "Site"),
                    new Source("indicacao", "Indicação"),
                    new Source("whatsapp", "WhatsApp"),
                    new Source("anuncio", "Anúncio"),
                    new Source("evento", "Evento"),
                    new Source("telefone", "Telefone"),
                    new Source("importacao", "Importação")),
            0);

    private final Tenancy tenancy;

    LeadSources(Tenancy tenancy) {
        this.tenancy = tenancy;
    }

    /** @param key what a lead says */
    record Source(String key, String name) {}

    /** The list, by its version. */
    record Listed(List<Source> sources, int version) {}

    Uni<Listed> read(Caller caller) {
        return tenancy.query(caller, READ, Tuple.tuple()).map(LeadSources::listed);
    }

    Uni<Listed> replace(Caller caller, ExpectedVersion expected, List<Source> given) {
        JsonArray sources = new JsonArray();
        Set<String> keys = new HashSet<>();
        for (Source source : given) {
            String key = Checks.text("sources", source.key());
            if (!keys.add(key)) {
                throw Problem.invalid("sources", "must name each key once", "duplicate");
            }
            sources.add(new JsonObject().put("key", key).put("name", Checks.text("sources", source.name())));
        }
        return tenancy.sql(
                caller,
                connection -> connection.preparedQuery(READ).execute().chain(rows -> {
                    int present = listed(rows).version();
                    expected.check(present);
                    return connection
                            .preparedQuery(WRITE)
                            .execute(Tuple.of(Ids.next(), sources, present))
                            // Whoever was faster has committed by now, so each next statement sees it.
                            .chain(written -> written.rowCount() > 0
                                    ? Uni.createFrom().item(listed(written))
                                    : connection.preparedQuery(READ).execute().map(faster -> {
                                        throw Problem.preconditionFailed(
                                                listed(faster).version());
                                    }));
                }));
    }

    private static Listed listed(RowSet<Row> rows) {
        for (Row row : rows) {
            return new Listed(
                    row.getJsonArray("sources").stream()
                            .map(JsonObject.class::cast)
                            .map(source -> new Source(source.getString("key"), source.getString("name")))
                            .toList(),
                    row.getInteger("version"));
        }
        return USUAL;
    }
}
