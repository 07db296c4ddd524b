package dev.pulso.crm.internal.lead;

import static dev.pulso.crm.internal.lead.LeadMapper.LEADS;

import dev.pulso.api.LeadsApi;
import dev.pulso.api.model.ConvertedLead;
import dev.pulso.api.model.Lead;
import dev.pulso.api.model.LeadConversion;
import dev.pulso.api.model.LeadCreate;
import dev.pulso.api.model.LeadPage;
import dev.pulso.api.model.LeadPatch;
import dev.pulso.api.model.LeadSourcesPut;
import dev.pulso.edge.web.AtMostOnce;
import dev.pulso.edge.web.CallerContext;
import dev.pulso.edge.web.Created;
import dev.pulso.edge.web.PatchBody;
import dev.pulso.store.data.External;
import dev.pulso.store.tenancy.Caller;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.UUID;

/** Leads over HTTP: translates, nothing else. */
@AtMostOnce
class LeadResource implements LeadsApi {
    private final LeadService leads;
    private final LeadConverter converter;
    private final LeadSources sources;
    private final CallerContext context;
    private final PatchBody patch;
    private final Created created;

    LeadResource(
            LeadService leads,
            LeadConverter converter,
            LeadSources sources,
            CallerContext context,
            PatchBody patch,
            Created created) {
        this.leads = leads;
        this.converter = converter;
        this.sources = sources;
        this.context = context;
        this.patch = patch;
        this.created = created;
    }

    @Override
    public Uni<LeadPage> listLeads(
            String externalSource,
            String externalId,
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
                        new LeadQueries.Filter(source, ownerId, tag, new External.Key(externalSource, externalId), q),
                        context.page(limit, sort, cursor, updatedSince))
                .map(LEADS::toApi);
    }

    @Override
    public Uni<Lead> createLead(LeadCreate body) {
        return leads.create(context.caller(), LEADS.toNew(body)).map(LEADS::toApi);
    }

    @Override
    public Uni<Lead> getLead(UUID id) {
        return leads.get(context.caller(), id).map(LEADS::toApi);
    }

    @Override
    public Uni<Lead> updateLead(UUID id, LeadPatch body) {
        return leads.edit(context.caller(), id, context.requiredVersion(), patch.into(LeadChanges.class, body))
                .map(LEADS::toApi);
    }

    @Override
    public Uni<Void> deleteLead(UUID id) {
        return leads.delete(context.caller(), id, context.expectedVersion());
    }

    @Override
    public Uni<ConvertedLead> convertLead(UUID id, LeadConversion body) {
        Caller caller = context.caller();
        return converter
                .convert(
                        caller,
                        id,
                        context.expectedVersion(),
                        body == null ? Conversion.PLAIN : LEADS.toConversion(body))
                .map(converted -> LEADS.toApi(converted, caller));
    }

    @Override
    public Uni<Lead> putLead(String source, String externalId, LeadCreate body) {
        body.externalSource(source).externalId(externalId);
        return leads.put(
                        context.caller(),
                        externalId,
                        context.expectedVersion(),
                        LEADS.toNew(body),
                        patch.into(LeadChanges.class, patch.as(LeadPatch.class, body)))
                .map(created::told)
                .map(LEADS::toApi);
    }

    @Override
    public Uni<dev.pulso.api.model.LeadSources> getLeadSources() {
        return sources.read(context.caller()).map(LEADS::toApi);
    }

    @Override
    public Uni<dev.pulso.api.model.LeadSources> replaceLeadSources(LeadSourcesPut body) {
        return sources.replace(
                        context.caller(),
                        context.requiredVersion(),
                        body.getSources().stream()
                                .map(source -> new LeadSources.Source(source.getKey(), source.getName()))
                                .toList())
                .map(LEADS::toApi);
    }
}
