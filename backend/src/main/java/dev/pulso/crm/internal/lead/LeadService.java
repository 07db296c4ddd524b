package dev.pulso.crm.internal.lead;

import dev.pulso.crm.LeadAssigned;
import dev.pulso.crm.LeadCreated;
import dev.pulso.crm.internal.Assignments;
import dev.pulso.crm.internal.Ownership;
import dev.pulso.crm.internal.References;
import dev.pulso.crm.internal.References.Reference;
import dev.pulso.kernel.ExpectedVersion;
import dev.pulso.store.custom.CustomFields;
import dev.pulso.store.data.ExternalKeys;
import dev.pulso.store.data.Page;
import dev.pulso.store.data.PageRequest;
import dev.pulso.store.outbox.Outbox;
import dev.pulso.store.tenancy.Caller;
import dev.pulso.store.tenancy.Tenancy;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Leads as records: find, create, edit, delete. How they become deals is in {@link LeadConverter}. */
@ApplicationScoped
class LeadService {
    private static final String TABLE = "leads";

    private final ExternalKeys keys;
    private final CustomFields custom;
    private final Tenancy tenancy;
    private final LeadRepository leads;
    private final LeadQueries queries;
    private final References references;
    private final LeadScorer scorer;
    private final Outbox outbox;
    private final Assignments assignments;

    LeadService(
            Tenancy tenancy,
            LeadRepository leads,
            LeadQueries queries,
            References references,
            LeadScorer scorer,
            Outbox outbox,
            Assignments assignments,
            ExternalKeys keys,
            CustomFields custom) {
        this.keys = keys;
        this.custom = custom;
        this.tenancy = tenancy;
        this.leads = leads;
        this.queries = queries;
        this.references = references;
        this.scorer = scorer;
        this.outbox = outbox;
        this.assignments = assignments;
    }

    Uni<Page<LeadData>> list(Caller caller, LeadQueries.Filter filter, PageRequest page) {
        return queries.list(caller, filter, page);
    }

    Uni<LeadDetail> get(Caller caller, UUID id) {
        return queries.get(caller, id);
    }

    Uni<LeadDetail> create(Caller caller, NewLead given) {
        NewLead body = given.ownedBy(Ownership.ofNew(caller, Ownership.LEADS, given.ownerId()));
        return tenancy.write(
                caller,
                session -> references
                        .require(caller, Reference.user("owner_id", body.ownerId()))
                        .chain(() -> keys.requireFree(caller, TABLE, body.external()))
                        .chain(() -> custom.ofNew(caller, TABLE, body.custom(), null, true))
                        .map(values -> new Lead(caller, body.custom(values)))
                        .chain(lead -> scorer.scoreNew(caller, lead)
                                .call(() -> leads.persistAndFlush(lead))
                                .call(() -> outbox.publish(caller, LeadCreated.TYPE, lead.id(), lead.created()))
                                .call(() -> assigned(caller, lead, null))
                                .call(scored -> scorer.keep(caller, scored))
                                .chain(() -> queries.get(caller, lead.id()))));
    }

    /** Makes the record of that external key, or changes it. */
    Uni<ExternalKeys.Put<LeadDetail>> put(
            Caller caller, String externalId, ExpectedVersion expected, NewLead body, LeadChanges changes) {
        return keys.put(
                caller,
                TABLE,
                body.external().source(),
                externalId,
                expected,
                () -> create(caller, body),
                id -> edit(caller, id, expected, changes));
    }

    Uni<LeadDetail> edit(Caller caller, UUID id, ExpectedVersion expected, LeadChanges changes) {
        return tenancy.write(
                caller,
                session -> leads.forChange(id)
                        .invoke(lead -> {
                            lead.requireVersion(expected);
                            changes.ownerId()
                                    .ifGiven(owner -> Ownership.requireReached(caller, Ownership.LEADS, owner));
                        })
                        .call(() -> references.require(
                                caller,
                                Reference.user("owner_id", changes.ownerId().value())))
                        .call(lead -> keys.requireFree(caller, TABLE, lead, changes.external()))
                        .call(lead -> custom.changed(caller, TABLE, changes.custom(), lead.custom(), null)
                                .chain(checked -> {
                                    UUID before = lead.ownerId();
                                    lead.edit(changes.custom(checked));
                                    return assigned(caller, lead, before);
                                }))
                        .call(lead -> lead.isConverted() || !(changes.scores() || lead.isNeverScored())
                                ? Uni.createFrom().voidItem()
                                : scorer.score(caller, List.of(lead)))
                        .chain(() -> session.flush())
                        .chain(() -> queries.get(caller, id)));
    }

    private Uni<Void> assigned(Caller caller, Lead lead, @Nullable UUID before) {
        return assignments.published(caller, LeadAssigned.TYPE, lead.id(), before, lead.ownerId(), LeadAssigned::new);
    }

    /** Deletes the lead. A converted one stays: its deal tells where it came from. */
    Uni<Void> delete(Caller caller, UUID id, ExpectedVersion expected) {
        return tenancy.write(
                caller,
                session -> leads.forChange(id)
                        .invoke(lead -> lead.requireVersion(expected))
                        .invoke(Lead::requireNotConverted)
                        .chain(lead -> session.remove(lead))
                        .chain(() -> session.flush()));
    }
}
