package dev.pulso.crm.internal.company;

import dev.pulso.kernel.ExpectedVersion;
import dev.pulso.kernel.Problem;
import dev.pulso.store.data.Page;
import dev.pulso.store.data.PageRequest;
import dev.pulso.store.tenancy.Caller;
import dev.pulso.store.tenancy.Tenancy;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The use cases of companies. */
@ApplicationScoped
public class CompanyService {
    private final Tenancy tenancy;
    private final CompanyRepository companies;
    private final CompanyQueries queries;

    CompanyService(Tenancy tenancy, CompanyRepository companies, CompanyQueries queries) {
        this.tenancy = tenancy;
        this.companies = companies;
        this.queries = queries;
    }

    Uni<Page<CompanyData>> list(Caller caller, @Nullable String query, PageRequest page) {
        return queries.list(caller, query, page);
    }

    Uni<CompanyDetail> create(Caller caller, NewCompany company) {
        return tenancy.write(
                caller,
                // Flushed here, so that a duplicate CNPJ is this call's error.
                session ->
                        companies.persistAndFlush(new Company(caller, company)).map(Company::detail));
    }

    /** The company, or 404. */
    public Uni<CompanyDetail> get(Caller caller, UUID id) {
        return tenancy.read(caller, session -> load(id).map(Company::detail));
    }

    /** The company of that name, whatever its case, accents and spacing; made when there is none. */
    public Uni<CompanyDetail> findOrCreate(Caller caller, String name) {
        return tenancy.write(
                caller,
                session -> queries.findByName(caller, name)
                        .chain(found -> found == null
                                ? create(caller, NewCompany.named(name))
                                : Uni.createFrom().item(found)));
    }

    /** Until the transaction ends, nobody else decides anything about this company that there must be one of. */
    public Uni<Void> lock(Caller caller, UUID id) {
        return queries.lock(caller, id);
    }

    Uni<CompanyDetail> edit(Caller caller, UUID id, ExpectedVersion expected, CompanyChanges changes) {
        return tenancy.write(
                caller,
                session -> load(id).call(company -> {
                            company.requireVersion(expected);
                            company.edit(changes);
                            return session.flush();
                        })
                        .map(Company::detail));
    }

    private Uni<Company> load(UUID id) {
        return companies.findById(id).onItem().ifNull().failWith(Problem::notFound);
    }
}
