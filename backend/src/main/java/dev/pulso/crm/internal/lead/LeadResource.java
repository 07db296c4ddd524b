package dev.pulso.crm.internal.lead;

import dev.pulso.api.LeadsApi;
import dev.pulso.api.model.ConvertedLead;
import dev.pulso.api.model.Lead;
import dev.pulso.api.model.LeadConversion;
import dev.pulso.api.model.LeadCreate;
import dev.pulso.api.model.LeadPage;
import dev.pulso.api.model.LeadPatch;
import dev.pulso.api.model.LeadStage;
import dev.pulso.edge.web.CallerContext;
import dev.pulso.edge.web.PatchBody;
import dev.pulso.kernel.ExpectedVersion;
import dev.pulso.store.data.PageRequest;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.UUID;

/** Leads over HTTP: translates, nothing else. */
class LeadResource implements LeadsApi {
    private final LeadService leads;
    private final LeadConverter converter;
    private final CallerContext context;
    private final PatchBody patch;

    LeadResource(LeadService leads, LeadConverter converter, CallerContext context, PatchBody patch) {
        this.leads = leads;
        this.converter = converter;
        this.context = context;
        this.patch = patch;
    }

    @Override
    public Uni<LeadPage> listLeads(
            LeadStage stage,
            String source,
            UUID ownerId,
            String tag,
            String q,
            String sort,
            Integer limit,
            String cursor,
            Instant updatedSince) {
        return leads.list(
                        context.caller(),
                        LeadMapper.toFilter(stage, source, ownerId, tag, q),
                        PageRequest.of(limit, sort, cursor, updatedSince))
                .map(LeadMapper::toApi);
    }

    @Override
    public Uni<Lead> createLead(LeadCreate body) {
        return leads.create(context.caller(), LeadMapper.toNew(body)).map(LeadMapper::toApi);
    }

    @Override
    public Uni<Lead> getLead(UUID id) {
        return leads.get(context.caller(), id).map(LeadMapper::toApi);
    }

    @Override
    public Uni<Lead> updateLead(UUID id, LeadPatch body, String ifMatch) {
        return leads.edit(
                        context.caller(),
                        id,
                        ExpectedVersion.required(ifMatch, body.getVersion()),
                        LeadMapper.toChanges(body, patch))
                .map(LeadMapper::toApi);
    }

    @Override
    public Uni<Void> deleteLead(UUID id) {
        return leads.delete(context.caller(), id);
    }

    @Override
    public Uni<ConvertedLead> convertLead(UUID id, LeadConversion body) {
        return converter
                .convert(context.caller(), id, LeadMapper.toConversion(body))
                .map(LeadMapper::toApi);
    }
}
