package dev.pulso.crm.internal.company;

import dev.pulso.kernel.ExpectedVersion;
import dev.pulso.kernel.Problem;
import dev.pulso.store.custom.CustomFields;
import dev.pulso.store.data.ExternalKeys;
import dev.pulso.store.data.Page;
import dev.pulso.store.data.PageRequest;
import dev.pulso.store.data.UniqueValues;
import dev.pulso.store.tenancy.Caller;
import dev.pulso.store.tenancy.Tenancy;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.UUID;

/** The use cases of companies. */
@ApplicationScoped
public class CompanyService {
    private static final String TABLE = "companies";

    private final ExternalKeys keys;
    private final CustomFields custom;
    private final UniqueValues unique;
    private final Tenancy tenancy;
    private final CompanyRepository companies;
    private final CompanyQueries queries;

    CompanyService(
            Tenancy tenancy,
            CompanyRepository companies,
            CompanyQueries queries,
            ExternalKeys keys,
            UniqueValues unique,
            CustomFields custom) {
        this.keys = keys;
        this.custom = custom;
        this.unique = unique;
        this.tenancy = tenancy;
        this.companies = companies;
        this.queries = queries;
    }

    Uni<Page<CompanyData>> list(Caller caller, CompanyQueries.Filter filter, PageRequest page) {
        return queries.list(caller, filter, page);
    }

    Uni<CompanyDetail> create(Caller caller, NewCompany company) {
        return make(caller, company, true);
    }

    private Uni<CompanyDetail> make(Caller caller, NewCompany company, boolean asked) {
        return tenancy.write(
                caller,
                // Flushed here, so that a duplicate CNPJ is this call's error.
                session -> keys.requireFree(caller, TABLE, company.external())
                        .chain(() -> unique.requireFree(caller, TABLE, "tax_id", Company.cnpj(company.taxId()), null))
                        .chain(() -> custom.ofNew(caller, TABLE, company.custom(), null, asked))
                        .chain(values -> companies.persistAndFlush(new Company(caller, company.custom(values))))
                        .chain(made -> queries.get(caller, made.id())));
    }

    /** The company, or 404. */
    public Uni<CompanyDetail> get(Caller caller, UUID id) {
        return queries.get(caller, id);
    }

    /** The company of that name, whatever its case, accents and spacing; made when there is none. */
    public Uni<CompanyDetail> findOrCreate(Caller caller, String name, Map<String, Object> custom) {
        return tenancy.write(
                caller,
                session -> queries.findByName(caller, name)
                        .chain(found -> found == null
                                ? createAnother(caller, name, custom)
                                : Uni.createFrom().item(found)));
    }

    /** A new one of that name, whoever else is called so. */
    public Uni<CompanyDetail> createAnother(Caller caller, String name, Map<String, Object> custom) {
        return make(caller, NewCompany.named(name).custom(custom), false);
    }

    /** Until the transaction ends, nobody else decides anything about this company that there must be one of. */
    public Uni<Void> lock(Caller caller, UUID id) {
        return queries.lock(caller, id);
    }

    /** Makes the record of that external key, or changes it. */
    Uni<ExternalKeys.Put<CompanyDetail>> put(
            Caller caller, String externalId, ExpectedVersion expected, NewCompany body, CompanyChanges changes) {
        return keys.put(
                caller,
                TABLE,
                body.external().source(),
                externalId,
                expected,
                () -> create(caller, body),
                id -> edit(caller, id, expected, changes));
    }

    Uni<CompanyDetail> edit(Caller caller, UUID id, ExpectedVersion expected, CompanyChanges changes) {
        return tenancy.write(
                caller,
                session -> load(id).invoke(company -> company.requireVersion(expected))
                        .call(company -> keys.requireFree(caller, TABLE, company, changes.external()))
                        .call(() -> unique.requireFree(
                                caller,
                                TABLE,
                                "tax_id",
                                Company.cnpj(changes.taxId().value()),
                                id))
                        .call(company -> custom.changed(caller, TABLE, changes.custom(), company.custom(), null)
                                .invoke(checked -> company.edit(changes.custom(checked))))
                        .call(() -> session.flush())
                        .chain(() -> queries.get(caller, id)));
    }

    private Uni<Company> load(UUID id) {
        return companies.findById(id).onItem().ifNull().failWith(Problem::notFound);
    }
}
