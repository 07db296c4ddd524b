package dev.pulso.crm.internal.activity;

import dev.pulso.crm.ActivityAssigned;
import dev.pulso.crm.ActivityCompleted;
import dev.pulso.crm.ActivityCreated;
import dev.pulso.crm.ActivityMentioned;
import dev.pulso.crm.internal.Assignments;
import dev.pulso.crm.internal.References;
import dev.pulso.crm.internal.References.Reference;
import dev.pulso.kernel.ExpectedVersion;
import dev.pulso.store.data.ExternalKeys;
import dev.pulso.store.data.Page;
import dev.pulso.store.data.PageRequest;
import dev.pulso.store.outbox.NewEvent;
import dev.pulso.store.outbox.Outbox;
import dev.pulso.store.tenancy.Caller;
import dev.pulso.store.tenancy.Tenancy;
import dev.pulso.store.tenancy.TenantClock;
import dev.pulso.store.tenancy.TenantDay;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** The use cases of activities. */
@ApplicationScoped
public class ActivityService {
    private static final String TABLE = "activities";
    private static final String FOLLOW = """
        update activities set deal_id = $2, company_id = coalesce(company_id, $3), contact_id = coalesce(contact_id, $4),
            updated_at = $5, version = version + 1
        where lead_id = $1 and deal_id is null\
        """;

    private final Tenancy tenancy;
    private final ActivityRepository activities;
    private final ActivityQueries queries;
    private final References references;
    private final ExternalKeys keys;
    private final Outbox outbox;
    private final Assignments assignments;
    private final TenantClock clock;
    private final TenantDay days;
    private final ActivityReminders reminders;

    ActivityService(
            Tenancy tenancy,
            ActivityRepository activities,
            ActivityQueries queries,
            References references,
            ExternalKeys keys,
            Outbox outbox,
            Assignments assignments,
            TenantClock clock,
            TenantDay days,
            ActivityReminders reminders) {
        this.tenancy = tenancy;
        this.activities = activities;
        this.queries = queries;
        this.references = references;
        this.keys = keys;
        this.outbox = outbox;
        this.assignments = assignments;
        this.clock = clock;
        this.days = days;
        this.reminders = reminders;
    }

    /**
     * @param next the step that was made after it, or null
     * @param repeated the next of its series, or null
     */
    record Completed(
            ActivityDetail activity,
            @Nullable ActivityDetail next,
            @Nullable ActivityDetail repeated) {}

    Uni<Page<ActivityData>> list(Caller caller, ActivityQueries.Filter filter, PageRequest page) {
        return queries.list(caller, filter, page);
    }

    Uni<ActivityDetail> get(Caller caller, UUID id) {
        return queries.get(caller, id);
    }

    /** What nobody is named for is the caller's own. */
    Uni<ActivityDetail> create(Caller caller, NewActivity given) {
        NewActivity body = given.ownedBy(given.ownerId() == null ? caller.userId() : given.ownerId());
        return tenancy.write(caller, session -> make(caller, session, body, ""));
    }

    /** Makes the record of that external key, or changes it. */
    Uni<ExternalKeys.Put<ActivityDetail>> put(
            Caller caller, String externalId, ExpectedVersion expected, NewActivity body, ActivityChanges changes) {
        return keys.put(
                caller,
                TABLE,
                body.external().source(),
                externalId,
                expected,
                () -> create(caller, body),
                id -> edit(caller, id, expected, changes));
    }

    Uni<ActivityDetail> edit(Caller caller, UUID id, ExpectedVersion expected, ActivityChanges changes) {
        return tenancy.write(
                caller,
                session -> activities
                        .forChange(id)
                        .invoke(activity -> activity.requireVersion(expected))
                        .call(() -> requireThere(
                                caller,
                                "",
                                changes.ownerId().value(),
                                changes.leadId().value(),
                                changes.dealId().value(),
                                changes.companyId().value(),
                                changes.contactId().value(),
                                changes.customerId().value(),
                                changes.contractId().value()))
                        .call(activity -> keys.requireFree(caller, TABLE, activity, changes.external()))
                        .call(activity ->
                                requirePeople(caller, "", changes.mentionedIds().value(), activity.mentioned()))
                        .chain(activity -> {
                            Set<UUID> before = activity.mentioned();
                            UUID doer = activity.doer();
                            activity.edit(changes);
                            activity.requireInSightOf(caller);
                            return session.flush()
                                    .chain(() -> mention(caller, activity, before))
                                    .chain(() -> assigned(caller, activity, doer))
                                    .chain(() -> changes.remindsOtherwise()
                                            ? reminders.of(caller, activity)
                                            : Uni.createFrom().voidItem());
                        })
                        .chain(() -> queries.get(caller, id)));
    }

    /** Of two who complete it at once the second finds it done, and makes no second next step. */
    Uni<Completed> complete(Caller caller, UUID id, ExpectedVersion expected, Completion completion) {
        return tenancy.write(
                caller,
                session -> activities
                        .forChange(id)
                        .invoke(activity -> activity.requireVersion(expected))
                        .chain(activity -> {
                            if (!activity.complete(caller, completion, clock.now(caller))) {
                                return queries.get(caller, id).map(done -> new Completed(done, null, null));
                            }
                            return session.flush()
                                    .call(() ->
                                            outbox.publish(caller, ActivityCompleted.TYPE, id, activity.completed()))
                                    .chain(() -> next(caller, session, activity, completion.next()))
                                    .chain(next -> repeat(caller, activity)
                                            .chain(repeated -> queries.get(caller, id)
                                                    .map(done -> new Completed(done, next, repeated))));
                        }));
    }

    Uni<ActivityDetail> reopen(Caller caller, UUID id, ExpectedVersion expected) {
        return tenancy.write(
                caller,
                session -> activities
                        .forChange(id)
                        .invoke(activity -> activity.requireVersion(expected))
                        .invoke(Activity::reopen)
                        .call(activity -> takeBack(session, activity))
                        .call(() -> session.flush())
                        .chain(activity -> reminders.of(caller, activity))
                        .chain(() -> queries.get(caller, id)));
    }

    Uni<Void> delete(Caller caller, UUID id, ExpectedVersion expected) {
        return tenancy.write(
                caller,
                session -> activities
                        .forChange(id)
                        .invoke(activity -> activity.requireVersion(expected))
                        .chain(activity -> session.remove(activity))
                        .chain(() -> session.flush()));
    }

    /** What was done about a lead belongs to the deal that it has become; joins the open transaction. */
    public Uni<Void> follow(Caller caller, UUID lead, UUID deal, @Nullable UUID company, UUID contact) {
        return tenancy.query(
                        caller,
                        FOLLOW,
                        Tuple.of(lead, deal, company, contact, clock.now(caller).atOffset(ZoneOffset.UTC)))
                .replaceWithVoid();
    }

    private Uni<@Nullable ActivityDetail> next(
            Caller caller, Mutiny.Session session, Activity before, @Nullable NewActivity next) {
        return next == null ? Uni.createFrom().nullItem() : make(caller, session, next.after(before), "next.");
    }

    /** @param at where in the body its fields stand */
    private Uni<ActivityDetail> make(Caller caller, Mutiny.Session session, NewActivity body, String at) {
        return requireThere(
                        caller,
                        at,
                        body.ownerId(),
                        body.leadId(),
                        body.dealId(),
                        body.companyId(),
                        body.contactId(),
                        body.customerId(),
                        body.contractId())
                .chain(() -> requirePeople(caller, at, body.mentionedIds(), Set.of()))
                .chain(() -> keys.requireFree(caller, TABLE, body.external()))
                .map(free -> new Activity(caller, body, clock.now(caller)))
                .invoke(activity -> activity.requireInSightOf(caller))
                .chain(activity -> put(caller, activity));
    }

    private Uni<ActivityDetail> put(Caller caller, Activity fresh) {
        return activities
                .persistAndFlush(fresh)
                .call(activity -> outbox.publish(caller, ActivityCreated.TYPE, activity.id(), activity.created()))
                .call(activity -> mention(caller, activity, Set.of()))
                .call(activity -> assigned(caller, activity, null))
                .call(activity -> reminders.of(caller, activity))
                .chain(activity -> queries.get(caller, activity.id()));
    }

    /**
     * Under the lock of the one that was done. What it is about is not looked for again: the series goes on with what it has. Nor is who
     * is mentioned told again.
     */
    private Uni<@Nullable ActivityDetail> repeat(Caller caller, Activity done) {
        return days.zone(caller).chain(zone -> {
            Instant now = clock.now(caller);
            Activity next = done.repeated(caller, zone, LocalDate.ofInstant(now, zone), now);
            if (next == null) {
                return Uni.createFrom().nullItem();
            }
            return activities
                    .persistAndFlush(next)
                    .call(made -> outbox.publish(caller, ActivityCreated.TYPE, made.id(), made.created()))
                    .call(made -> reminders.of(caller, made))
                    .chain(made -> queries.get(caller, made.id()));
        });
    }

    /** With the completion goes the next of the series that it made, unless somebody has done something with it since. */
    private Uni<Void> takeBack(Mutiny.Session session, Activity reopened) {
        UUID next = reopened.repeatedAsId();
        return next == null
                ? Uni.createFrom().voidItem()
                : activities.findById(next, LockModeType.PESSIMISTIC_WRITE).chain(made -> {
                    if (made == null || !made.isUntouched()) {
                        return Uni.createFrom().voidItem();
                    }
                    reopened.repeatsAgain();
                    return session.remove(made);
                });
    }

    /** Each who was not mentioned before; nobody needs to be told what it has written itself. */
    private Uni<Void> mention(Caller caller, Activity activity, Set<UUID> before) {
        List<NewEvent> told = activity.mentioned().stream()
                .filter(person -> !before.contains(person) && !person.equals(caller.userId()))
                .map(person -> new NewEvent(ActivityMentioned.TYPE, activity.id(), activity.mentioned(person)))
                .toList();
        return told.isEmpty()
                ? Uni.createFrom().voidItem()
                : tenancy.sql(caller, connection -> outbox.publishAll(connection, caller, told));
    }

    private Uni<Void> assigned(Caller caller, Activity activity, @Nullable UUID before) {
        return assignments.published(
                caller, ActivityAssigned.TYPE, activity.id(), before, activity.doer(), ActivityAssigned::new);
    }

    /** Who was mentioned before may have left since. */
    private Uni<Void> requirePeople(Caller caller, String at, @Nullable Set<UUID> people, Set<UUID> before) {
        if (people == null) {
            return Uni.createFrom().voidItem();
        }
        return references.require(
                caller,
                people.stream()
                        .filter(person -> !before.contains(person))
                        .map(person -> Reference.user(at + "mentioned_ids", person))
                        .toArray(Reference[]::new));
    }

    /** Whose it is and what it is about. */
    private Uni<Void> requireThere(
            Caller caller,
            String at,
            @Nullable UUID owner,
            @Nullable UUID lead,
            @Nullable UUID deal,
            @Nullable UUID company,
            @Nullable UUID contact,
            @Nullable UUID customer,
            @Nullable UUID contract) {
        return references.require(
                caller,
                Reference.user(at + "owner_id", owner),
                Reference.lead(at + "lead_id", lead),
                Reference.deal(at + "deal_id", deal),
                Reference.company(at + "company_id", company),
                Reference.contact(at + "contact_id", contact),
                Reference.customer(at + "customer_id", customer),
                Reference.contract(at + "contract_id", contract));
    }
}
