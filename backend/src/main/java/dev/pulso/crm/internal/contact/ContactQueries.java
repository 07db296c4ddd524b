package dev.pulso.crm.internal.contact;

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
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Contacts, in one statement each. */
@ApplicationScoped
class ContactQueries implements ListSource<ContactData> {
    private static final Rows<ContactData> ROWS =
            Rows.of(ContactData.class, "k").from("primary", "k.is_primary");
    private static final Rows<ContactDetail> DETAIL =
            Rows.of(ContactDetail.class, "k").from("primary", "k.is_primary");

    private final Tenancy tenancy;
    private final Merges merges;

    ContactQueries(Tenancy tenancy, Merges merges) {
        this.tenancy = tenancy;
        this.merges = merges;
    }

    @RegisterForReflection
    record Filter(
            @Nullable UUID companyId,
            External.Key key,
            @Nullable String query) {}

    @Override
    public String kind() {
        return "contacts";
    }

    @Override
    public KeysetQuery select(Asked asked) {
        return list(asked.as(Filter.class));
    }

    @Override
    public ContactData read(Row row) {
        return ROWS.read(row);
    }

    @Override
    public Map<String, Object> workedOut(ContactData contact) {
        return Map.of("is_primary", contact.primary());
    }

    Uni<Page<ContactData>> list(Caller caller, Filter filter, PageRequest page) {
        return list(filter).page(tenancy, caller, page, "-created_at", ROWS::read);
    }

    private static KeysetQuery list(Filter filter) {
        return filter.key()
                .in(KeysetQuery.select(ROWS, "contacts k"), "k")
                .where("k.company_id = ?", filter.companyId())
                .search("k.search", filter.query())
                .sortable("name", "k.name", "text")
                .sortable("created_at", "k.created_at", "timestamptz")
                .range("created_at", "k.created_at", "timestamptz")
                .range("updated_at", "k.updated_at", "timestamptz")
                .changing("k.updated_at")
                .custom("contacts");
    }

    /** The contact, or 404. */
    Uni<ContactDetail> get(Caller caller, UUID id) {
        return tenancy.query(caller, "select " + DETAIL.columns() + " from contacts k where k.id = $1", Tuple.of(id))
                .map(DETAIL::one)
                .chain(found -> found != null
                        ? Uni.createFrom().item(found)
                        : merges.winnerOf(caller, "contact", id).chain(kept -> {
                            if (kept == null) {
                                throw Problem.notFound();
                            }
                            return get(caller, kept);
                        }));
    }

    /**
     * The oldest contact with that address, or null. Until the transaction ends nobody else finds, and so creates, the
     * same address.
     */
    Uni<@Nullable ContactDetail> findByEmail(Caller caller, String email) {
        return tenancy.query(
                        caller,
                        "select pg_advisory_xact_lock(hashtextextended('contact:' || current_setting('app.tenant_id')"
                                + " || $1, 0))",
                        Tuple.of(email))
                .chain(() -> tenancy.query(
                        caller,
                        "select " + DETAIL.columns()
                                + " from contacts k where k.email = $1 order by k.created_at, k.id limit 1",
                        Tuple.of(email)))
                .map(DETAIL::one);
    }

    Uni<Void> lock(Caller caller, UUID id) {
        return tenancy.query(caller, "select id from contacts where id = $1 for no key update", Tuple.of(id))
                .replaceWithVoid();
    }
}
