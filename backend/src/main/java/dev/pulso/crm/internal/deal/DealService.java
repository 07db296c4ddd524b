package dev.pulso.crm.internal.deal;

import dev.pulso.crm.DealAssigned;
import dev.pulso.crm.DealCreated;
import dev.pulso.crm.internal.Assignments;
import dev.pulso.crm.internal.Ownership;
import dev.pulso.crm.internal.References;
import dev.pulso.crm.internal.References.Reference;
import dev.pulso.crm.internal.deal.StageOrder.LockedStage;
import dev.pulso.crm.internal.pipeline.PipelineData;
import dev.pulso.crm.internal.pipeline.PipelineService;
import dev.pulso.crm.internal.pipeline.StageData;
import dev.pulso.crm.internal.pipeline.StageType;
import dev.pulso.kernel.Change;
import dev.pulso.kernel.ExpectedVersion;
import dev.pulso.kernel.Problem;
import dev.pulso.store.custom.CustomFields;
import dev.pulso.store.data.ExternalKeys;
import dev.pulso.store.data.Page;
import dev.pulso.store.data.PageRequest;
import dev.pulso.store.outbox.Outbox;
import dev.pulso.store.tenancy.Caller;
import dev.pulso.store.tenancy.Tenancy;
import dev.pulso.store.tenancy.TenantClock;
import dev.pulso.store.tenancy.TenantCurrency;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Deals as records: find, open, edit. How they move is in {@link DealMoves}, how they end in {@link DealClosing}. */
@ApplicationScoped
public class DealService {
    private static final String TABLE = "deals";

    private final ExternalKeys keys;
    private final CustomFields custom;
    private final Tenancy tenancy;
    private final DealRepository deals;
    private final DealQueries queries;
    private final LineQueries lines;
    private final StageOrder order;
    private final PipelineService pipelines;
    private final References references;
    private final TenantCurrency currencies;
    private final Outbox outbox;
    private final Assignments assignments;
    private final TenantClock clock;

    DealService(
            Tenancy tenancy,
            DealRepository deals,
            DealQueries queries,
            LineQueries lines,
            StageOrder order,
            PipelineService pipelines,
            References references,
            TenantCurrency currencies,
            Outbox outbox,
            Assignments assignments,
            TenantClock clock,
            ExternalKeys keys,
            CustomFields custom) {
        this.keys = keys;
        this.custom = custom;
        this.tenancy = tenancy;
        this.deals = deals;
        this.queries = queries;
        this.lines = lines;
        this.order = order;
        this.pipelines = pipelines;
        this.references = references;
        this.currencies = currencies;
        this.outbox = outbox;
        this.assignments = assignments;
        this.clock = clock;
    }

    Uni<Page<DealData>> list(Caller caller, DealQueries.Filter filter, PageRequest page) {
        return queries.list(caller, filter, page);
    }

    Uni<DealDetail> get(Caller caller, UUID id) {
        return queries.get(caller, id);
    }

    /** Every time that the deal was in a stage, or 404. */
    Uni<List<StageStay>> stays(Caller caller, UUID id) {
        return queries.get(caller, id).chain(() -> queries.stays(caller, id));
    }

    /** Opens a deal at the top of its stage. */
    Uni<DealDetail> create(Caller caller, NewDeal given) {
        return make(caller, given, true);
    }

    /** The same for a lead that is converted, where nobody is asked for the fields of the company. */
    public Uni<DealDetail> ofLead(Caller caller, NewDeal given) {
        return make(caller, given, false);
    }

    private Uni<DealDetail> make(Caller caller, NewDeal given, boolean asked) {
        NewDeal body = given.ownerId(Ownership.ofNew(caller, Ownership.DEALS, given.ownerId()));
        return tenancy.write(
                caller,
                session -> references
                        .require(
                                caller,
                                Reference.company("company_id", body.companyId()),
                                Reference.contact("contact_id", body.contactId()),
                                Reference.user("owner_id", body.ownerId()))
                        .chain(() -> keys.requireFree(caller, TABLE, body.external()))
                        .chain(() -> stage(caller, body.pipelineId(), body.stageId()))
                        .chain(stage -> order.atTop(caller, stage)
                                .chain(place -> currencies
                                        .orOwn(caller, body.currency())
                                        .chain(currency -> custom.ofNew(
                                                        caller, TABLE, body.custom(), place.pipelineId(), asked)
                                                .map(values -> new Deal(
                                                        caller,
                                                        body.custom(values),
                                                        currency,
                                                        place,
                                                        clock.now(caller)))))
                                .invoke(deal -> {
                                    // What a lead has become says no more than the lead did.
                                    if (body.leadId() == null) {
                                        StageRequirements.requireOfNew(stage, deal);
                                    }
                                }))
                        .chain(deals::persistAndFlush)
                        .call(deal -> outbox.publish(caller, DealCreated.TYPE, deal.id(), deal.created()))
                        .call(deal -> assigned(caller, deal, null))
                        .chain(deal -> queries.get(caller, deal.id())));
    }

    /** Makes the record of that external key, or changes it. */
    Uni<ExternalKeys.Put<DealDetail>> put(
            Caller caller, String externalId, ExpectedVersion expected, NewDeal body, DealChanges changes) {
        return keys.put(
                caller,
                TABLE,
                body.external().source(),
                externalId,
                expected,
                () -> create(caller, body),
                id -> edit(caller, id, expected, changes));
    }

    Uni<DealDetail> edit(Caller caller, UUID id, ExpectedVersion expected, DealChanges changes) {
        return tenancy.write(
                caller,
                session -> deals.forChange(id)
                        .invoke(deal -> {
                            deal.requireVersion(expected);
                            changes.ownerId()
                                    .ifGiven(owner -> Ownership.requireReached(caller, Ownership.DEALS, owner));
                        })
                        .call(() -> references.require(
                                caller,
                                Reference.company(
                                        "company_id", changes.companyId().value()),
                                Reference.contact(
                                        "contact_id", changes.contactId().value()),
                                Reference.user("owner_id", changes.ownerId().value())))
                        .call(deal -> keys.requireFree(caller, TABLE, deal, changes.external()))
                        .call(deal -> requireCurrency(caller, deal, changes.currency()))
                        .call(deal -> custom.changed(caller, TABLE, changes.custom(), deal.custom(), deal.pipelineId())
                                .chain(checked -> {
                                    UUID before = deal.ownerId();
                                    deal.edit(changes.custom(checked));
                                    return assigned(caller, deal, before);
                                }))
                        .chain(() -> session.flush())
                        .chain(() -> queries.get(caller, id)));
    }

    private Uni<Void> assigned(Caller caller, Deal deal, @Nullable UUID before) {
        return assignments.published(caller, DealAssigned.TYPE, deal.id(), before, deal.ownerId(), DealAssigned::new);
    }

    /** The prices of its lines are in it: another currency would make others of them. */
    private Uni<Void> requireCurrency(Caller caller, Deal deal, Change<String> currency) {
        if (!currency.given() || deal.currency().equals(currency.value())) {
            return Uni.createFrom().voidItem();
        }
        return lines.totals(caller, deal.id())
                .invoke(totals -> {
                    if (totals.lines() > 0) {
                        throw Problem.invalid("currency", "cannot change while the deal has lines", "has_lines");
                    }
                })
                .replaceWithVoid();
    }

    private Uni<LockedStage> stage(Caller caller, @Nullable UUID pipelineId, @Nullable UUID stageId) {
        return pipelines.named(caller, pipelineId, stageId).chain(pipeline -> {
            StageData stage = openStage(pipeline, stageId);
            return order.lock(caller, stage.id())
                    .onItem()
                    .ifNull()
                    .failWith(() -> Problem.unknownReference("stage_id"));
        });
    }

    private static StageData openStage(PipelineData pipeline, @Nullable UUID stageId) {
        if (stageId == null) {
            return pipeline.firstOpen();
        }
        StageData stage = pipeline.stage(stageId)
                .orElseThrow(() -> Problem.invalid("stage_id", "must be a stage of the deal's pipeline", "pipeline"));
        if (stage.type() != StageType.open) {
            throw Problem.invalid("stage_id", "must be an open stage", "open");
        }
        return stage;
    }
}
