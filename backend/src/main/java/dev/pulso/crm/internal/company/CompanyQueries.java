package dev.pulso.crm.internal.company;

import dev.pulso.store.data.External;
import dev.pulso.store.data.KeysetQuery;
import dev.pulso.store.data.Page;
import dev.pulso.store.data.PageRequest;
import dev.pulso.store.tenancy.Caller;
import dev.pulso.store.tenancy.Tenancy;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Lists of companies, and finding one by what it is called. */
@ApplicationScoped
class CompanyQueries {
    private static final String COLUMNS = """
        c.id, c.name, c.tax_id, c.domain, c.industry, c.size, c.website, c.phone,
        c.created_at, c.updated_at, c.version,\
        """ + External.columns("c");

    /** Case, accents and spacing do not tell companies apart. */
    private static final String NAME_KEY = "name_key($1)";

    private final Tenancy tenancy;

    CompanyQueries(Tenancy tenancy) {
        this.tenancy = tenancy;
    }

    Uni<Page<CompanyData>> list(Caller caller, External.Key key, @Nullable String query, PageRequest page) {
        return key.in(KeysetQuery.select(COLUMNS, "companies c", "c.id"), "c")
                .search("c.search", query)
                .sortable("name", "c.name", "text")
                .sortable("created_at", "c.created_at", "timestamptz")
                .range("created_at", "c.created_at", "timestamptz")
                .range("updated_at", "c.updated_at", "timestamptz")
                .changing("c.updated_at")
                .page(tenancy, caller, page, "-created_at", CompanyQueries::data);
    }

    /**
     * The oldest company of that name, or null. Until the transaction ends nobody else finds, and so creates, the same
     * name: two leads of one new company that are converted at once make one company.
     */
    Uni<@Nullable CompanyDetail> findByName(Caller caller, String name) {
        return tenancy.query(
                        caller,
                        "select pg_advisory_xact_lock(hashtextextended('company:' || current_setting('app.tenant_id')"
                                + " || "
                                + NAME_KEY + ", 0))",
                        Tuple.of(name))
                .chain(() -> tenancy.query(
                        caller,
                        "select " + COLUMNS + ", c.notes from companies c where c.name_key = " + NAME_KEY
                                + " order by c.created_at, c.id limit 1",
                        Tuple.of(name)))
                .map(rows -> {
                    for (Row row : rows) {
                        return new CompanyDetail(data(row), row.getString("notes"));
                    }
                    return null;
                });
    }

    Uni<Void> lock(Caller caller, UUID id) {
        return tenancy.query(caller, "select id from companies where id = $1 for no key update", Tuple.of(id))
                .replaceWithVoid();
    }

    private static CompanyData data(Row row) {
        return new CompanyData(
                row.getUUID("id"),
                row.getString("name"),
                row.getString("tax_id"),
                row.getString("domain"),
                row.getString("industry"),
                row.getString("size"),
                row.getString("website"),
                row.getString("phone"),
                External.of(row),
                row.getOffsetDateTime("created_at").toInstant(),
                row.getOffsetDateTime("updated_at").toInstant(),
                row.getInteger("version"));
    }
}
