package dev.pulso.crm.internal.lead;

import dev.pulso.crm.LeadConverted;
import dev.pulso.crm.LeadCreated;
import dev.pulso.crm.LeadScoreCrossed;
import dev.pulso.crm.internal.contact.NewContact;
import dev.pulso.crm.internal.deal.NewDeal;
import dev.pulso.crm.internal.scoring.ScoreFacts;
import dev.pulso.crm.internal.scoring.ScoreFamily;
import dev.pulso.crm.internal.scoring.ScoreSheet;
import dev.pulso.crm.internal.scoring.ScoringRules;
import dev.pulso.kernel.Change;
import dev.pulso.kernel.Checks;
import dev.pulso.kernel.Problem;
import dev.pulso.kernel.ProblemType;
import dev.pulso.kernel.Records;
import dev.pulso.kernel.Texts;
import dev.pulso.store.data.CustomRecord;
import dev.pulso.store.data.ExternalChanges;
import dev.pulso.store.tenancy.Caller;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Somebody who may buy. It is worked on until it is converted, once, into a deal; then it is history. */
@Entity
@Table(name = "leads")
class Lead extends CustomRecord {
    private static final int NEVER_SCORED = -1;

    private String name;

    private @Nullable String email;

    private @Nullable String phone;

    @Column(name = "company_name")
    private @Nullable String companyName;

    private @Nullable String source;

    @Enumerated(EnumType.STRING)
    private LeadStage stage;

    private String[] tags;

    /** JSON. */
    @Column(name = "source_details")
    private String sourceDetails = "{}";

    @Column(name = "company_size")
    private @Nullable String companySize;

    @Column(name = "bant_budget")
    private @Nullable String bantBudget;

    @Column(name = "bant_authority")
    private @Nullable String bantAuthority;

    @Column(name = "bant_need")
    private @Nullable String bantNeed;

    @Column(name = "bant_timeline")
    private @Nullable String bantTimeline;

    /** Instead of the answers; null when they count. */
    @Column(name = "bant_given")
    private @Nullable Integer bantGiven;

    private int score;

    @Column(name = "score_threshold")
    private @Nullable Integer scoreThreshold;

    @Column(name = "score_due_on")
    private @Nullable LocalDate scoreDueOn;

    @Column(name = "scored_by")
    private int scoredBy = NEVER_SCORED;

    @Column(name = "overridden_at")
    private @Nullable Instant overriddenAt;

    @Column(name = "owner_id")
    private @Nullable UUID ownerId;

    @Column(name = "bant_score")
    private int bantScore;

    private @Nullable String notes;

    @Column(name = "deal_id")
    private @Nullable UUID dealId;

    /** For Hibernate. */
    protected Lead() {}

    /** Nothing is known of a new one: what is given is checked as a change of it, which refuses to leave out what it needs. */
    @SuppressWarnings("NullAway.Init")
    Lead(Caller caller, NewLead lead) {
        super(caller, lead.external());
        Map<String, Object> given = new HashMap<>(Map.of("external", ExternalChanges.NONE));
        if (lead.bantScore() == null) {
            given.put("bantScore", Change.none());
        }
        edit(Records.changes(LeadChanges.class, lead, given));
    }

    void edit(LeadChanges changes) {
        change(changes.external());
        changeCustom(changes.custom());
        changes.name().ifGiven(value -> name = Checks.text("name", value));
        changes.email().ifGiven(value -> email = Checks.email("email", value));
        changes.phone().ifGiven(value -> phone = Checks.phone("phone", value));
        changes.companyName().ifGiven(value -> companyName = Checks.trimmed(value));
        changes.source().ifGiven(value -> source = Checks.trimmed(value));
        changes.stage().ifGiven(value -> {
            requireNotConverted();
            stage = Checks.present("stage", value);
        });
        changes.tags().ifGiven(value -> tags = clean(Checks.present("tags", value)));
        changes.ownerId().ifGiven(value -> ownerId = value);
        changes.sourceDetails().ifGiven(value -> sourceDetails = SourceDetails.changed(sourceDetails, value));
        changes.companySize().ifGiven(value -> companySize = Checks.trimmed(value));
        changes.bantBudget().ifGiven(value -> bantBudget = answer("bant_budget", value));
        changes.bantAuthority().ifGiven(value -> bantAuthority = answer("bant_authority", value));
        changes.bantNeed().ifGiven(value -> bantNeed = answer("bant_need", value));
        changes.bantTimeline().ifGiven(value -> bantTimeline = answer("bant_timeline", value));
        if (changes.answers()) {
            bantGiven = null;
        }
        changes.bantScore().ifGiven(value -> {
            bantGiven = Checks.present("bant_score", value);
            bantScore = bantGiven;
        });
        changes.notes().ifGiven(value -> notes = value);
    }

    /** What of it scores, beside what it did and what people have decided. */
    ScoreFacts facts(LeadDeeds deeds) {
        return new ScoreFacts(
                bantBudget,
                bantAuthority,
                bantNeed,
                bantTimeline,
                given(),
                companySize,
                deeds.counts(),
                deeds.overrides(),
                deeds.before());
    }

    /** Takes over what a sheet says; answers the thresholds that were crossed by it, in the order of the way. */
    List<LeadScoreCrossed> scored(ScoreSheet sheet, ScoringRules rules) {
        // What the release before wrote of BANT was said by somebody.
        bantGiven = given();
        score = sheet.total();
        bantScore = sheet.of(ScoreFamily.BANT);
        scoreDueOn = sheet.dueOn();
        scoredBy = rules.version();
        Integer before = scoreThreshold;
        scoreThreshold = ScoreSheet.threshold(rules.thresholds(), score, before);
        return crossings(rules.thresholds(), before == null ? 0 : before, scoreThreshold == null ? 0 : scoreThreshold);
    }

    private List<LeadScoreCrossed> crossings(List<Integer> thresholds, int before, int now) {
        boolean up = now > before;
        List<LeadScoreCrossed> crossed = new ArrayList<>();
        for (int threshold : thresholds) {
            if (threshold > Math.min(before, now) && threshold <= Math.max(before, now)) {
                crossed.add(new LeadScoreCrossed(id(), threshold, up ? "up" : "down", score, ownerId));
            }
        }
        return up ? crossed : crossed.reversed();
    }

    private @Nullable Integer given() {
        boolean answered = bantBudget != null || bantAuthority != null || bantNeed != null || bantTimeline != null;
        return bantGiven == null && !answered && scoredBy == NEVER_SCORED && bantScore > 0
                ? (Integer) bantScore
                : bantGiven;
    }

    boolean isNeverScored() {
        return scoredBy == NEVER_SCORED;
    }

    boolean isConverted() {
        return stage == LeadStage.CONVERTED;
    }

    /** Somebody has decided on a line of its score. */
    void overridden(Instant moment) {
        overriddenAt = moment;
    }

    void convert(UUID deal) {
        requireNotConverted();
        stage = LeadStage.CONVERTED;
        dealId = deal;
    }

    void requireNotConverted() {
        if (stage == LeadStage.CONVERTED) {
            throw Problem.conflict(ProblemType.LEAD_CONVERTED, "The lead is already converted.");
        }
    }

    /** The company it may belong to. */
    @Nullable
    String companyName() {
        return companyName;
    }

    NewContact contact(@Nullable UUID companyId) {
        return NewContact.named(name).email(email).phone(phone).companyId(companyId);
    }

    NewDeal deal(Conversion conversion, @Nullable UUID companyId, UUID contactId) {
        String title = Checks.trimmed(conversion.title());
        return NewDeal.titled(
                        title != null ? title : companyName != null ? companyName : name, conversion.amountCents())
                .pipelineId(conversion.pipelineId())
                .companyId(companyId)
                .contactId(contactId)
                .ownerId(ownerId)
                .leadId(id());
    }

    @Nullable
    UUID ownerId() {
        return ownerId;
    }

    LeadCreated created() {
        return new LeadCreated(id(), stage.code(), bantScore, ownerId);
    }

    LeadConverted converted(UUID deal, @Nullable UUID companyId, UUID contactId) {
        return new LeadConverted(id(), deal, companyId, contactId, ownerId);
    }

    private static @Nullable String answer(String field, @Nullable String value) {
        String text = Checks.trimmed(value);
        return text == null ? null : Checks.text(field, Texts.line(text));
    }

    private static String[] clean(List<String> tags) {
        Set<String> clean = new LinkedHashSet<>();
        for (String tag : tags) {
            clean.add(Checks.text("tags", tag));
        }
        return clean.toArray(String[]::new);
    }
}
