package dev.pulso.crm.internal.lead;

import dev.pulso.api.model.ConvertedLead;
import dev.pulso.api.model.Lead;
import dev.pulso.api.model.LeadConversion;
import dev.pulso.api.model.LeadCreate;
import dev.pulso.api.model.LeadPage;
import dev.pulso.api.model.LeadPatch;
import dev.pulso.api.model.LeadSummary;
import dev.pulso.crm.internal.company.CompanyMapper;
import dev.pulso.crm.internal.contact.ContactMapper;
import dev.pulso.crm.internal.deal.DealMapper;
import dev.pulso.edge.web.PatchBody;
import dev.pulso.edge.web.RemovedMapper;
import dev.pulso.store.data.External;
import dev.pulso.store.data.Page;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Leads at the edge of the API. */
final class LeadMapper {
    private LeadMapper() {}

    static Lead toApi(LeadDetail detail) {
        Lead api = fill(new Lead(), detail.lead());
        api.setNotes(detail.notes());
        return api;
    }

    static LeadSummary toApi(LeadData lead) {
        return fill(new LeadSummary(), lead);
    }

    private static <T extends LeadSummary> T fill(T api, LeadData lead) {
        api.id(lead.id())
                .name(lead.name())
                .email(lead.email())
                .phone(lead.phone())
                .companyName(lead.companyName())
                .source(lead.source())
                .stage(dev.pulso.api.model.LeadStage.fromString(lead.stage().code()))
                .tags(lead.tags())
                .ownerId(lead.ownerId())
                .ownerName(lead.ownerName())
                .bantScore(lead.bantScore())
                .dealId(lead.dealId())
                .externalSource(lead.external().source())
                .externalId(lead.external().id())
                .metadata(lead.external().metadata())
                .createdAt(lead.createdAt())
                .updatedAt(lead.updatedAt())
                .version(lead.version());
        return api;
    }

    static LeadPage toApi(Page<LeadData> page) {
        return new LeadPage()
                .data(page.data().stream().map(LeadMapper::toApi).toList())
                .nextCursor(page.nextCursor())
                .removed(RemovedMapper.toApi(page.removed()));
    }

    static ConvertedLead toApi(LeadConverter.Converted converted) {
        return new ConvertedLead()
                .deal(DealMapper.toApi(converted.deal()))
                .company(converted.company() == null ? null : CompanyMapper.toApi(converted.company()))
                .contact(ContactMapper.toApi(converted.contact()));
    }

    static LeadQueries.Filter toFilter(
            @Nullable String source,
            @Nullable UUID ownerId,
            @Nullable String tag,
            External.Key key,
            @Nullable String query) {
        return new LeadQueries.Filter(source, ownerId, tag, key, query);
    }

    static NewLead toNew(LeadCreate body) {
        return new NewLead(
                body.getName(),
                body.getEmail(),
                body.getPhone(),
                body.getCompanyName(),
                body.getSource(),
                body.getStage() == null
                        ? LeadStage.NEW
                        : LeadStage.of(body.getStage().value()),
                body.getTags() == null ? List.of() : body.getTags(),
                body.getOwnerId(),
                body.getBantScore() == null ? 0 : body.getBantScore(),
                body.getNotes(),
                External.of(body.getExternalSource(), body.getExternalId(), body.getMetadata()));
    }

    static LeadChanges toChanges(LeadPatch body, PatchBody patch) {
        return new LeadChanges(
                patch.change("name", body.getName()),
                patch.change("email", body.getEmail()),
                patch.change("phone", body.getPhone()),
                patch.change("company_name", body.getCompanyName()),
                patch.change("source", body.getSource()),
                patch.change(
                        "stage",
                        body.getStage() == null
                                ? null
                                : LeadStage.of(body.getStage().value())),
                patch.change("tags", body.getTags()),
                patch.change("owner_id", body.getOwnerId()),
                patch.change("bant_score", body.getBantScore()),
                patch.change("notes", body.getNotes()),
                patch.external(body.getExternalSource(), body.getExternalId(), body.getMetadata()));
    }

    static Conversion toConversion(LeadConversion body) {
        return new Conversion(
                body.getPipelineId(), body.getTitle(), body.getAmountCents() == null ? 0 : body.getAmountCents());
    }
}
