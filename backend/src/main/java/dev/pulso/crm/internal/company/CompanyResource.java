package dev.pulso.crm.internal.company;

import static dev.pulso.crm.internal.company.CompanyMapper.COMPANIES;

import dev.pulso.api.CompaniesApi;
import dev.pulso.api.model.Company;
import dev.pulso.api.model.CompanyCreate;
import dev.pulso.api.model.CompanyPage;
import dev.pulso.api.model.CompanyPatch;
import dev.pulso.edge.web.AtMostOnce;
import dev.pulso.edge.web.CallerContext;
import dev.pulso.edge.web.Created;
import dev.pulso.edge.web.PatchBody;
import dev.pulso.store.data.External;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.UUID;

/** Companies over HTTP: translates, nothing else. */
@AtMostOnce
class CompanyResource implements CompaniesApi {
    private final CompanyService companies;
    private final CallerContext context;
    private final PatchBody patch;
    private final Created created;

    CompanyResource(CompanyService companies, CallerContext context, PatchBody patch, Created created) {
        this.companies = companies;
        this.context = context;
        this.patch = patch;
        this.created = created;
    }

    @Override
    public Uni<CompanyPage> listCompanies(
            String externalSource,
            String externalId,
            String q,
            String sort,
            Integer limit,
            String cursor,
            Instant updatedSince) {
        return companies
                .list(
                        context.caller(),
                        new CompanyQueries.Filter(new External.Key(externalSource, externalId), q),
                        context.page(limit, sort, cursor, updatedSince))
                .map(COMPANIES::toApi);
    }

    @Override
    public Uni<Company> createCompany(CompanyCreate body) {
        return companies.create(context.caller(), COMPANIES.toNew(body)).map(COMPANIES::toApi);
    }

    @Override
    public Uni<Company> getCompany(UUID id) {
        return companies.get(context.caller(), id).map(COMPANIES::toApi);
    }

    @Override
    public Uni<Company> updateCompany(UUID id, CompanyPatch body) {
        return companies
                .edit(context.caller(), id, context.requiredVersion(), patch.into(CompanyChanges.class, body))
                .map(COMPANIES::toApi);
    }

    @Override
    public Uni<Company> putCompany(String source, String externalId, CompanyCreate body) {
        body.externalSource(source).externalId(externalId);
        return companies
                .put(
                        context.caller(),
                        externalId,
                        context.expectedVersion(),
                        COMPANIES.toNew(body),
                        patch.into(CompanyChanges.class, patch.as(CompanyPatch.class, body)))
                .map(created::told)
                .map(COMPANIES::toApi);
    }
}
