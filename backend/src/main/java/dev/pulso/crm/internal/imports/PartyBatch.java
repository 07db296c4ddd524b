package dev.pulso.crm.internal.imports;

import dev.pulso.kernel.Ids;
import dev.pulso.store.tenancy.Caller;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The companies and contacts that rows name, found or created: one statement to find each kind, one to create it. */
@ApplicationScoped
class PartyBatch {
    // The keys of names are computed first: under row-level security only a plain comparison may use an index. And all
    // are looked up at once, not row by row: where statistics are older than the tenant's rows, PostgreSQL may take any
    // index that begins with the tenant, which must then be walked once, not a thousand times.
    static final String FIND_COMPANIES = """
        with w as materialized (
            select place, name, name_key(name) as name_key
            from unnest($1::text[]) with ordinality as u(name, place)
        ), c as materialized (
            select name_key, (array_agg(id order by created_at, id))[1] as id from companies
            where name_key = any (array(select name_key from w))
            group by name_key
        )
        select w.name, w.name_key, c.id from w left join c on c.name_key = w.name_key order by w.place\
        """;
    private static final String CREATE_COMPANIES = """
        insert into companies (tenant_id, id, name)
        select $1, n.id, n.name from unnest($2::uuid[], $3::text[]) as n(id, name)\
        """;
    /** By e-mail, else by name in the company, or among those without one. */
    static final String FIND_CONTACTS = """
        with w as materialized (
            select place, name, email, company_id, name_key(name) as name_key
            from unnest($1::text[], $2::text[], $3::uuid[]) with ordinality as u(name, email, company_id, place)
        ), e as materialized (
            select email, (array_agg(id order by created_at, id))[1] as id from contacts
            where email = any (array(select email from w where email is not null))
            group by email
        ), n as materialized (
            select name_key, company_id, (array_agg(id order by created_at, id))[1] as id from contacts
            where name_key = any (array(select name_key from w where email is null))
            group by name_key, company_id
        )
        select w.name_key, coalesce(e.id, n.id, a.id) as id
        from w
        left join e on e.email = w.email
        left join n on w.email is null and n.name_key = w.name_key and n.company_id = w.company_id
        left join n a on w.email is null and w.company_id is null and a.name_key = w.name_key and a.company_id is null
        order by w.place\
        """;

    private static final String CREATE_CONTACTS = """
        insert into contacts (tenant_id, id, name, email, company_id)
        select $1, n.id, n.name, n.email, n.company_id
        from unnest($2::uuid[], $3::text[], $4::text[], $5::uuid[]) as n(id, name, email, company_id)\
        """;

    /** Whom a row is about; an e-mail address is in its stored form. */
    record Party(
            @Nullable String companyName,
            @Nullable String contactName,
            @Nullable String contactEmail) {
        boolean hasContact() {
            return contactName != null || contactEmail != null;
        }
    }

    record Found(@Nullable UUID companyId, @Nullable UUID contactId) {}

    private record Contact(
            UUID id,
            String name,
            @Nullable String email,
            @Nullable UUID companyId) {}

    /** The same person twice in a file. */
    private record ContactKey(
            @Nullable String email,
            @Nullable String nameKey,
            @Nullable UUID companyId) {}

    /** In the order given. */
    Uni<List<Found>> resolve(SqlConnection connection, Caller caller, List<Party> parties) {
        return companies(connection, caller, parties)
                .chain(companyIds -> contacts(connection, caller, parties, companyIds)
                        .map(contactIds -> {
                            List<Found> found = new ArrayList<>();
                            for (int i = 0; i < parties.size(); i++) {
                                found.add(new Found(companyIds.get(i), contactIds.get(i)));
                            }
                            return found;
                        }));
    }

    private static Uni<List<@Nullable UUID>> companies(SqlConnection connection, Caller caller, List<Party> parties) {
        String[] names = parties.stream()
                .map(Party::companyName)
                .filter(Objects::nonNull)
                .distinct()
                .toArray(String[]::new);
        if (names.length == 0) {
            return Uni.createFrom().item(nothing(parties.size()));
        }
        return connection
                .preparedQuery(FIND_COMPANIES)
                .execute(Tuple.tuple().addArrayOfString(names))
                .chain(rows -> {
                    Map<String, UUID> byName = new LinkedHashMap<>();
                    Map<String, UUID> byKey = new LinkedHashMap<>();
                    Map<UUID, String> news = new LinkedHashMap<>();
                    for (Row row : rows) {
                        String name = row.getString("name");
                        UUID id = row.getUUID("id");
                        byName.put(
                                name,
                                id != null
                                        ? id
                                        : byKey.computeIfAbsent(row.getString("name_key"), missing -> {
                                            UUID fresh = Ids.next();
                                            news.put(fresh, name);
                                            return fresh;
                                        }));
                    }
                    List<@Nullable UUID> ids = new ArrayList<>();
                    parties.forEach(
                            party -> ids.add(party.companyName() == null ? null : byName.get(party.companyName())));
                    return createCompanies(connection, caller, news).replaceWith(ids);
                });
    }

    private static Uni<Void> createCompanies(SqlConnection connection, Caller caller, Map<UUID, String> news) {
        return news.isEmpty()
                ? Uni.createFrom().voidItem()
                : connection
                        .preparedQuery(CREATE_COMPANIES)
                        .execute(Tuple.of(caller.tenantId())
                                .addArrayOfUUID(news.keySet().toArray(UUID[]::new))
                                .addArrayOfString(news.values().toArray(String[]::new)))
                        .replaceWithVoid();
    }

    private static Uni<List<@Nullable UUID>> contacts(
            SqlConnection connection, Caller caller, List<Party> parties, List<@Nullable UUID> companyIds) {
        List<Integer> places = new ArrayList<>();
        List<Contact> wanted = new ArrayList<>();
        for (int i = 0; i < parties.size(); i++) {
            Party party = parties.get(i);
            if (party.hasContact()) {
                String name = party.contactName() != null ? party.contactName() : party.contactEmail();
                places.add(i);
                wanted.add(
                        new Contact(Ids.next(), Objects.requireNonNull(name), party.contactEmail(), companyIds.get(i)));
            }
        }
        List<@Nullable UUID> ids = nothing(parties.size());
        if (wanted.isEmpty()) {
            return Uni.createFrom().item(ids);
        }
        return connection
                .preparedQuery(FIND_CONTACTS)
                .execute(Tuple.tuple()
                        .addArrayOfString(wanted.stream().map(Contact::name).toArray(String[]::new))
                        .addArrayOfString(wanted.stream().map(Contact::email).toArray(String[]::new))
                        .addArrayOfUUID(wanted.stream().map(Contact::companyId).toArray(UUID[]::new)))
                .chain(rows -> {
                    Map<ContactKey, Contact> news = new LinkedHashMap<>();
                    int place = 0;
                    for (Row row : rows) {
                        Contact one = wanted.get(place);
                        ContactKey key = one.email() != null
                                ? new ContactKey(one.email(), null, null)
                                : new ContactKey(null, row.getString("name_key"), one.companyId());
                        UUID found = row.getUUID("id");
                        ids.set(
                                places.get(place),
                                found != null
                                        ? found
                                        : news.computeIfAbsent(key, missing -> one)
                                                .id());
                        place++;
                    }
                    return createContacts(connection, caller, List.copyOf(news.values()))
                            .replaceWith(ids);
                });
    }

    private static Uni<Void> createContacts(SqlConnection connection, Caller caller, List<Contact> news) {
        return news.isEmpty()
                ? Uni.createFrom().voidItem()
                : connection
                        .preparedQuery(CREATE_CONTACTS)
                        .execute(Tuple.of(caller.tenantId())
                                .addArrayOfUUID(news.stream().map(Contact::id).toArray(UUID[]::new))
                                .addArrayOfString(
                                        news.stream().map(Contact::name).toArray(String[]::new))
                                .addArrayOfString(
                                        news.stream().map(Contact::email).toArray(String[]::new))
                                .addArrayOfUUID(
                                        news.stream().map(Contact::companyId).toArray(UUID[]::new)))
                        .replaceWithVoid();
    }

    private static List<@Nullable UUID> nothing(int size) {
        List<@Nullable UUID> ids = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            ids.add(null);
        }
        return ids;
    }
}
