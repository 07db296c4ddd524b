package dev.pulso.crm.internal.company;

import dev.pulso.api.CompaniesApi;
import dev.pulso.api.model.Company;
import dev.pulso.api.model.CompanyCreate;
import dev.pulso.api.model.CompanyPage;
import dev.pulso.api.model.CompanyPatch;
import dev.pulso.edge.web.CallerContext;
import dev.pulso.edge.web.PatchBody;
import dev.pulso.kernel.ExpectedVersion;
import dev.pulso.store.data.PageRequest;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.UUID;

/** Companies over HTTP: translates, nothing else. */
class CompanyResource implements CompaniesApi {
    private final CompanyService companies;
    private final CallerContext context;
    private final PatchBody patch;

    CompanyResource(CompanyService companies, CallerContext context, PatchBody patch) {
        this.companies = companies;
        this.context = context;
        this.patch = patch;
    }

    @Override
    public Uni<CompanyPage> listCompanies(String q, String sort, Integer limit, String cursor, Instant updatedSince) {
        return companies
                .list(context.caller(), q, PageRequest.of(limit, sort, cursor, updatedSince))
                .map(CompanyMapper::toApi);
    }

    @Override
    public Uni<Company> createCompany(CompanyCreate body) {
        return companies.create(context.caller(), CompanyMapper.toNew(body)).map(CompanyMapper::toApi);
    }

    @Override
    public Uni<Company> getCompany(UUID id) {
        return companies.get(context.caller(), id).map(CompanyMapper::toApi);
    }

    @Override
    public Uni<Company> updateCompany(UUID id, CompanyPatch body, String ifMatch) {
        return companies
                .edit(
                        context.caller(),
                        id,
                        ExpectedVersion.required(ifMatch, body.getVersion()),
                        CompanyMapper.toChanges(body, patch))
                .map(CompanyMapper::toApi);
    }
}
