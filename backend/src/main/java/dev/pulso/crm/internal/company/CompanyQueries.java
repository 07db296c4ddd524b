package dev.pulso.crm.internal.company;

import dev.pulso.kernel.Problem;
import dev.pulso.store.data.External;
import dev.pulso.store.data.KeysetQuery;
import dev.pulso.store.data.Page;
import dev.pulso.store.data.PageRequest;
import dev.pulso.store.data.Rows;
import dev.pulso.store.merge.Merges;
import dev.pulso.store.question.Asked;
import dev.pulso.store.question.ListSource;
import dev.pulso.store.tenancy.Caller;
import dev.pulso.store.tenancy.Tenancy;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Lists of companies, and finding one by what it is called. */
@ApplicationScoped
class CompanyQueries implements ListSource<CompanyData> {
    private static final Rows<CompanyData> ROWS = Rows.of(CompanyData.class, "c");
    private static final Rows<CompanyDetail> DETAIL = Rows.of(CompanyDetail.class, "c");

    /** Case, accents and spacing do not tell companies apart. */
    private static final String NAME_KEY = "name_key($1)";

    private final Tenancy tenancy;
    private final Merges merges;

    CompanyQueries(Tenancy tenancy, Merges merges) {
        this.tenancy = tenancy;
        this.merges = merges;
    }

    @RegisterForReflection
    record Filter(External.Key key, @Nullable String query) {}

    @Override
    public String kind() {
        return "companies";
    }

    @Override
    public KeysetQuery select(Asked asked) {
        return list(asked.as(Filter.class));
    }

    @Override
    public CompanyData read(Row row) {
        return ROWS.read(row);
    }

    Uni<Page<CompanyData>> list(Caller caller, Filter filter, PageRequest page) {
        return list(filter).page(tenancy, caller, page, "-created_at", ROWS::read);
    }

    private static KeysetQuery list(Filter filter) {
        return filter.key()
                .in(KeysetQuery.select(ROWS, "companies c"), "c")
                .search("c.search", filter.query())
                .sortable("name", "c.name", "text")
                .sortable("created_at", "c.created_at", "timestamptz")
                .range("created_at", "c.created_at", "timestamptz")
                .range("updated_at", "c.updated_at", "timestamptz")
                .changing("c.updated_at")
                .custom("companies");
    }

    /** The company, or 404. */
    Uni<CompanyDetail> get(Caller caller, UUID id) {
        return tenancy.query(caller, "select " + DETAIL.columns() + " from companies c where c.id = $1", Tuple.of(id))
                .map(DETAIL::one)
                .chain(found -> found != null
                        ? Uni.createFrom().item(found)
                        : merges.winnerOf(caller, "company", id).chain(kept -> {
                            if (kept == null) {
                                throw Problem.notFound();
                            }
                            return get(caller, kept);
                        }));
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
                        "select " + DETAIL.columns() + " from companies c where c.name_key = " + NAME_KEY
                                + " order by c.created_at, c.id limit 1",
                        Tuple.of(name)))
                .map(DETAIL::one);
    }

    Uni<Void> lock(Caller caller, UUID id) {
        return tenancy.query(caller, "select id from companies where id = $1 for no key update", Tuple.of(id))
                .replaceWithVoid();
    }
}
