package dev.pulso.crm.internal.company;

import dev.pulso.api.model.Company;
import dev.pulso.api.model.CompanyCreate;
import dev.pulso.api.model.CompanyPage;
import dev.pulso.api.model.CompanySummary;
import dev.pulso.edge.web.ApiMapping;
import dev.pulso.edge.web.RemovedMapper;
import dev.pulso.store.data.External;
import dev.pulso.store.data.Page;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;

/** Companies at the edge of the API; also for the answer to a converted lead. */
@Mapper(config = ApiMapping.class)
public interface CompanyMapper {
    /** Made at compile time. */
    CompanyMapper COMPANIES = new CompanyMapperImpl();

    @Mapping(target = ".", source = "company")
    @Mapping(target = "externalSource", source = "company.external.source")
    @Mapping(target = "externalId", source = "company.external.id")
    @Mapping(target = "metadata", source = "company.external.metadata")
    @Mapping(target = "custom", source = "company.custom.values")
    Company toApi(CompanyDetail detail);

    @Mapping(target = "externalSource", source = "external.source")
    @Mapping(target = "externalId", source = "external.id")
    @Mapping(target = "metadata", source = "external.metadata")
    @Mapping(target = "custom", source = "custom.values")
    CompanySummary toApi(CompanyData company);

    /** A page of a list. */
    default CompanyPage toApi(Page<CompanyData> page) {
        return new CompanyPage()
                .data(page.data().stream().map(this::toApi).toList())
                .nextCursor(page.nextCursor())
                .removed(RemovedMapper.toApi(page.removed()));
    }

    @Mapping(target = "custom", source = "body.custom", defaultExpression = "java(java.util.Map.of())")
    @Mapping(target = "external", source = "body")
    NewCompany toNew(CompanyCreate body);

    default External external(CompanyCreate body) {
        return External.of(body.getExternalSource(), body.getExternalId(), body.getMetadata());
    }
}
