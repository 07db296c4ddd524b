package dev.pulso.crm.internal.activity;

import dev.pulso.crm.ActivityCompleted;
import dev.pulso.crm.ActivityCreated;
import dev.pulso.crm.ActivityMentioned;
import dev.pulso.crm.internal.Ownership;
import dev.pulso.kernel.Checks;
import dev.pulso.kernel.Problem;
import dev.pulso.kernel.ProblemType;
import dev.pulso.kernel.Records;
import dev.pulso.store.data.External;
import dev.pulso.store.data.ExternalChanges;
import dev.pulso.store.data.KnownRecord;
import dev.pulso.store.tenancy.Caller;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that was done or is to be done. It is open until somebody says that it was done, which can be taken back; a note
 * is done as soon as it is written. The day of a time, and when it is late, follow in the database from the company's zone.
 */
@Entity
@Table(name = "activities")
class Activity extends KnownRecord {
    /** Clocks of others go a little ahead. */
    private static final long AHEAD_SECONDS = 60;

    @Enumerated(EnumType.STRING)
    private ActivityType type;

    private String subject;

    private @Nullable String description;

    @Column(name = "due_on")
    private @Nullable LocalDate dueOn;

    @Column(name = "due_at")
    private @Nullable Instant dueAt;

    @Column(name = "duration_minutes")
    private @Nullable Integer durationMinutes;

    @Column(name = "reminder_minutes")
    private @Nullable Integer reminderMinutes;

    private @Nullable String repeats;

    @Column(name = "series_id")
    private @Nullable UUID seriesId;

    @Column(name = "repeated_as_id")
    private @Nullable UUID repeatedAsId;

    @Column(name = "mentioned_ids")
    private UUID[] mentionedIds = {};

    @Column(name = "completed_at")
    private @Nullable Instant completedAt;

    @Column(name = "completed_by_id")
    private @Nullable UUID completedById;

    private @Nullable String outcome;

    @Column(name = "owner_id")
    private @Nullable UUID ownerId;

    @Column(name = "created_by_id", updatable = false)
    private @Nullable UUID createdById;

    @Column(name = "lead_id")
    private @Nullable UUID leadId;

    @Column(name = "deal_id")
    private @Nullable UUID dealId;

    @Column(name = "company_id")
    private @Nullable UUID companyId;

    @Column(name = "contact_id")
    private @Nullable UUID contactId;

    @Column(name = "customer_id")
    private @Nullable UUID customerId;

    @Column(name = "contract_id")
    private @Nullable UUID contractId;

    /** For Hibernate. */
    protected Activity() {}

    /** Nothing is known of a new one: what is given is checked as a change of it, which refuses to leave out what it needs. */
    @SuppressWarnings("NullAway.Init")
    Activity(Caller caller, NewActivity activity, Instant now) {
        super(caller, activity.external());
        createdById = caller.userId();
        if (activity.completedAt() != null || activity.type() == ActivityType.NOTE) {
            done(caller, activity.completedAt(), now);
        }
        edit(Records.changes(ActivityChanges.class, activity, Map.of("external", ExternalChanges.NONE), "completedAt"));
    }

    void edit(ActivityChanges changes) {
        change(changes.external());
        changes.type().ifGiven(value -> type = becoming(Checks.present("type", value)));
        changes.subject().ifGiven(value -> subject = Checks.text("subject", value));
        changes.description().ifGiven(value -> description = value);
        // With a time the day is that of the time, whatever is said beside it.
        boolean timed = changes.dueAt().value() != null;
        changes.dueAt().ifGiven(value -> dueAt = value);
        changes.dueOn().ifGiven(value -> {
            if (!timed) {
                dueOn = value;
                dueAt = null;
            }
        });
        changes.durationMinutes().ifGiven(value -> durationMinutes = value);
        changes.reminderMinutes().ifGiven(value -> reminderMinutes = value);
        changes.repeats().ifGiven(value -> repeats = rule(value));
        changes.mentionedIds()
                .ifGiven(value -> mentionedIds = value == null ? new UUID[0] : value.toArray(UUID[]::new));
        changes.outcome().ifGiven(value -> outcome = Checks.trimmed(value));
        changes.ownerId().ifGiven(value -> ownerId = value);
        changes.leadId().ifGiven(value -> leadId = value);
        changes.dealId().ifGiven(value -> dealId = value);
        changes.companyId().ifGiven(value -> companyId = value);
        changes.contactId().ifGiven(value -> contactId = value);
        changes.customerId().ifGiven(value -> customerId = value);
        changes.contractId().ifGiven(value -> contractId = value);
        requireSense();
    }

    /** Whether it was open. */
    boolean complete(Caller caller, Completion completion, Instant now) {
        if (completedAt != null) {
            return false;
        }
        done(caller, completion.completedAt(), now);
        outcome = Checks.trimmed(completion.outcome());
        if (completion.durationMinutes() != null) {
            durationMinutes = completion.durationMinutes();
        }
        return true;
    }

    /**
     * The next of its series, if it repeats and has made none yet: a second time it is not made, whatever became of the first.
     *
     * @param today where the company is
     */
    @Nullable
    Activity repeated(Caller caller, ZoneId zone, LocalDate today, Instant now) {
        if (repeats == null || repeatedAsId != null || dueOn == null) {
            return null;
        }
        LocalDate day = Repetition.of(repeats).next(dueOn, today);
        if (day == null) {
            return null;
        }
        Activity next = new Activity(
                caller,
                new NewActivity(
                        type,
                        subject,
                        description,
                        day,
                        dueAt == null
                                ? null
                                : day.atTime(LocalTime.ofInstant(dueAt, zone))
                                        .atZone(zone)
                                        .toInstant(),
                        durationMinutes,
                        reminderMinutes,
                        repeats,
                        mentioned(),
                        null,
                        null,
                        ownerId,
                        leadId,
                        dealId,
                        companyId,
                        contactId,
                        customerId,
                        contractId,
                        External.NONE),
                now);
        next.seriesId = seriesId == null ? id() : seriesId;
        repeatedAsId = next.id();
        return next;
    }

    @Nullable
    UUID repeatedAsId() {
        return repeatedAsId;
    }

    /** Nobody has done anything with it since it was made. */
    boolean isUntouched() {
        return completedAt == null && version() == 0;
    }

    /** The next that it made is gone. */
    void repeatsAgain() {
        repeatedAsId = null;
    }

    /** Whose it is to do; null: nobody's, or it is done. */
    @Nullable
    UUID doer() {
        return completedAt == null ? ownerId : null;
    }

    /** When its owner is to be reminded; null: not at all. */
    @Nullable
    Instant remindAt() {
        return dueAt == null || reminderMinutes == null || completedAt != null
                ? null
                : dueAt.minus(Duration.ofMinutes(reminderMinutes));
    }

    @Nullable
    Instant dueAt() {
        return dueAt;
    }

    Set<UUID> mentioned() {
        return Set.of(mentionedIds);
    }

    ActivityMentioned mentioned(UUID person) {
        return new ActivityMentioned(id(), type.code(), person);
    }

    /** It is to be done again; what is open stays as it is. */
    void reopen() {
        if (type == ActivityType.NOTE) {
            throw Problem.conflict(ProblemType.NOTE_NOT_OPEN, "A note is never open.");
        }
        completedAt = null;
        completedById = null;
        outcome = null;
    }

    /** 400: it would be out of the caller's own sight. Who sees the deal or the lead sees what is done about it. */
    void requireInSightOf(Caller caller) {
        boolean limited =
                caller.reach().containsKey(Ownership.DEALS) || caller.reach().containsKey(Ownership.LEADS);
        boolean seen = dealId != null
                || leadId != null
                || (ownerId != null && (isOfReach(caller, Ownership.DEALS) || isOfReach(caller, Ownership.LEADS)));
        if (limited && !seen) {
            throw Problem.invalid("owner_id", "must be somebody whose records you see", "out_of_reach");
        }
    }

    ActivityCreated created() {
        return new ActivityCreated(
                id(), type.code(), dueOn, dueAt, ownerId, leadId, dealId, companyId, contactId, customerId, contractId);
    }

    ActivityCompleted completed() {
        return new ActivityCompleted(
                id(),
                type.code(),
                Checks.present("completed_at", completedAt),
                ownerId,
                leadId,
                dealId,
                companyId,
                contactId,
                customerId,
                contractId);
    }

    @Nullable
    UUID ownerId() {
        return ownerId;
    }

    @Nullable
    UUID leadId() {
        return leadId;
    }

    @Nullable
    UUID dealId() {
        return dealId;
    }

    @Nullable
    UUID companyId() {
        return companyId;
    }

    @Nullable
    UUID contactId() {
        return contactId;
    }

    @Nullable
    UUID customerId() {
        return customerId;
    }

    @Nullable
    UUID contractId() {
        return contractId;
    }

    private boolean isOfReach(Caller caller, String kind) {
        return caller.reach().containsKey(kind) && caller.reaches(kind, ownerId);
    }

    private void done(Caller caller, @Nullable Instant at, Instant now) {
        if (at != null && at.isAfter(now.plusSeconds(AHEAD_SECONDS))) {
            throw Problem.invalid("completed_at", "must not lie in the future", "future");
        }
        completedAt = at == null || at.isAfter(now) ? now : at;
        completedById = caller.userId();
    }

    private ActivityType becoming(ActivityType value) {
        if (type != null && type != value && (type == ActivityType.NOTE || value == ActivityType.NOTE)) {
            throw Problem.invalid("type", "a note stays one, and nothing else becomes one", "check");
        }
        return value;
    }

    private static @Nullable String rule(@Nullable String value) {
        String rule = Checks.trimmed(value);
        if (rule != null) {
            Repetition.of(rule);
        }
        return rule;
    }

    private void requireSense() {
        if (type == ActivityType.NOTE && (dueOn != null || dueAt != null)) {
            throw Problem.invalid(dueAt != null ? "due_at" : "due_on", "a note is not due", "check");
        }
        if (repeats != null && dueOn == null && dueAt == null) {
            throw Problem.invalid("repeats", "needs the day of the first", "check");
        }
        if (outcome != null && completedAt == null) {
            throw Problem.invalid("outcome", "nothing has come of what is not done", "check");
        }
    }
}
