package dev.pulso.crm.internal.company;

import dev.pulso.api.model.Company;
import dev.pulso.api.model.CompanyCreate;
import dev.pulso.api.model.CompanyPage;
import dev.pulso.api.model.CompanyPatch;
import dev.pulso.api.model.CompanySummary;
import dev.pulso.edge.web.PatchBody;
import dev.pulso.edge.web.RemovedMapper;
import dev.pulso.store.data.External;
import dev.pulso.store.data.Page;

/** Companies at the edge of the API; also for the answer to a converted lead. */
public final class CompanyMapper {
    private CompanyMapper() {}

    public static Company toApi(CompanyDetail detail) {
        Company api = fill(new Company(), detail.company());
        api.setNotes(detail.notes());
        return api;
    }

    public static CompanySummary toApi(CompanyData company) {
        return fill(new CompanySummary(), company);
    }

    private static <T extends CompanySummary> T fill(T api, CompanyData company) {
        api.id(company.id())
                .name(company.name())
                .taxId(company.taxId())
                .domain(company.domain())
                .industry(company.industry())
                .size(company.size())
                .website(company.website())
                .phone(company.phone())
                .externalSource(company.external().source())
                .externalId(company.external().id())
                .metadata(company.external().metadata())
                .createdAt(company.createdAt())
                .updatedAt(company.updatedAt())
                .version(company.version());
        return api;
    }

    static CompanyPage toApi(Page<CompanyData> page) {
        return new CompanyPage()
                .data(page.data().stream().map(CompanyMapper::toApi).toList())
                .nextCursor(page.nextCursor())
                .removed(RemovedMapper.toApi(page.removed()));
    }

    static NewCompany toNew(CompanyCreate body) {
        return new NewCompany(
                body.getName(),
                body.getTaxId(),
                body.getDomain(),
                body.getIndustry(),
                body.getSize(),
                body.getWebsite(),
                body.getPhone(),
                body.getNotes(),
                External.of(body.getExternalSource(), body.getExternalId(), body.getMetadata()));
    }

    static CompanyChanges toChanges(CompanyPatch body, PatchBody patch) {
        return new CompanyChanges(
                patch.change("name", body.getName()),
                patch.change("tax_id", body.getTaxId()),
                patch.change("domain", body.getDomain()),
                patch.change("industry", body.getIndustry()),
                patch.change("size", body.getSize()),
                patch.change("website", body.getWebsite()),
                patch.change("phone", body.getPhone()),
                patch.change("notes", body.getNotes()),
                patch.external(body.getExternalSource(), body.getExternalId(), body.getMetadata()));
    }
}
