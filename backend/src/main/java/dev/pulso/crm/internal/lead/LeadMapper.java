package dev.pulso.crm.internal.lead;

import static dev.pulso.crm.internal.company.CompanyMapper.COMPANIES;
import static dev.pulso.crm.internal.contact.ContactMapper.CONTACTS;

import dev.pulso.api.model.ConvertedLead;
import dev.pulso.api.model.Lead;
import dev.pulso.api.model.LeadConversion;
import dev.pulso.api.model.LeadCreate;
import dev.pulso.api.model.LeadPage;
import dev.pulso.api.model.LeadSummary;
import dev.pulso.crm.internal.deal.DealMapper;
import dev.pulso.edge.web.ApiMapping;
import dev.pulso.edge.web.RemovedMapper;
import dev.pulso.store.data.External;
import dev.pulso.store.data.Page;
import dev.pulso.store.tenancy.Caller;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;

/** Leads at the edge of the API. */
@Mapper(config = ApiMapping.class)
interface LeadMapper {
    /** Made at compile time. */
    LeadMapper LEADS = new LeadMapperImpl();

    @Mapping(target = ".", source = "lead")
    @Mapping(target = "externalSource", source = "lead.external.source")
    @Mapping(target = "externalId", source = "lead.external.id")
    @Mapping(target = "metadata", source = "lead.external.metadata")
    @Mapping(target = "custom", source = "lead.custom.values")
    Lead toApi(LeadDetail detail);

    @Mapping(target = "externalSource", source = "external.source")
    @Mapping(target = "externalId", source = "external.id")
    @Mapping(target = "metadata", source = "external.metadata")
    @Mapping(target = "custom", source = "custom.values")
    LeadSummary toApi(LeadData lead);

    dev.pulso.api.model.LeadSources toApi(LeadSources.Listed listed);

    /** A page of a list. */
    default LeadPage toApi(Page<LeadData> page) {
        return new LeadPage()
                .data(page.data().stream().map(this::toApi).toList())
                .nextCursor(page.nextCursor())
                .removed(RemovedMapper.toApi(page.removed()));
    }

    @Mapping(target = "stage", source = "body.stage", defaultValue = "NEW")
    @Mapping(target = "tags", source = "body.tags", defaultExpression = "java(java.util.List.of())")
    @Mapping(target = "custom", source = "body.custom", defaultExpression = "java(java.util.Map.of())")
    @Mapping(target = "external", source = "body")
    NewLead toNew(LeadCreate body);

    default External external(LeadCreate body) {
        return External.of(body.getExternalSource(), body.getExternalId(), body.getMetadata());
    }

    /** Who converts a lead may find a contact or a company that was there, and sees of them what they may see anyway. */
    default ConvertedLead toApi(LeadConverter.Converted converted, Caller caller) {
        return new ConvertedLead()
                .deal(DealMapper.DEALS.toApi(converted.deal()))
                .company(
                        converted.company() == null || !caller.may("crm.companies:read")
                                ? null
                                : COMPANIES.toApi(converted.company()))
                .contact(caller.may("crm.contacts:read") ? CONTACTS.toApi(converted.contact()) : null);
    }

    @Mapping(target = "amountCents", source = "amountCents", defaultValue = "0L")
    @Mapping(target = "createCompany", source = "createCompany", defaultValue = "false")
    @Mapping(target = "createContact", source = "createContact", defaultValue = "false")
    Conversion toConversion(LeadConversion body);
}
