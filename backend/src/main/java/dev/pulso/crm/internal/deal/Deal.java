package dev.pulso.crm.internal.deal;

import dev.pulso.crm.DealCreated;
import dev.pulso.crm.DealLost;
import dev.pulso.crm.DealStageChanged;
import dev.pulso.crm.DealWon;
import dev.pulso.crm.internal.pipeline.StageField;
import dev.pulso.crm.internal.pipeline.StageType;
import dev.pulso.crm.internal.product.Prices;
import dev.pulso.kernel.Change;
import dev.pulso.kernel.Checks;
import dev.pulso.kernel.Problem;
import dev.pulso.kernel.ProblemType;
import dev.pulso.store.data.CustomRecord;
import dev.pulso.store.tenancy.Caller;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/**
 * An opportunity: a card in a stage of a pipeline. Open, it is moved by hand; it closes by being won or lost, and a closed
 * one has to be reopened before it moves again.
 */
@Entity
@Table(name = "deals")
@DynamicUpdate
class Deal extends CustomRecord {
    private String title;

    @Column(name = "amount_cents")
    private long amountCents;

    @Enumerated(EnumType.STRING)
    @Column(name = "amount_source")
    private AmountSource amountSource;

    private String currency;

    @Column(name = "one_off_cents")
    private long oneOffCents;

    @Column(name = "mrr_cents")
    private long mrrCents;

    @Column(name = "first_year_cents")
    private long firstYearCents;

    @Column(name = "lines_changed_at")
    private @Nullable Instant linesChangedAt;

    @Column(name = "pipeline_id", updatable = false)
    private UUID pipelineId;

    @Column(name = "stage_id")
    private UUID stageId;

    @SuppressWarnings("UnusedVariable") // read by the queries only
    private String position;

    @Column(name = "company_id")
    private @Nullable UUID companyId;

    @Column(name = "contact_id")
    private @Nullable UUID contactId;

    @Column(name = "owner_id")
    private @Nullable UUID ownerId;

    @Column(name = "expected_close_on")
    private @Nullable LocalDate expectedCloseOn;

    @Enumerated(EnumType.STRING)
    private DealStatus status;

    @Column(name = "closed_on")
    private @Nullable LocalDate closedOn;

    @Column(name = "lost_reason")
    private @Nullable String lostReason;

    @Column(name = "lost_reason_id")
    private @Nullable UUID lostReasonId;

    @Column(name = "lead_id", updatable = false)
    private @Nullable UUID leadId;

    @Column(name = "customer_id")
    private @Nullable UUID customerId;

    @Column(name = "stage_entered_at")
    private Instant stageEnteredAt;

    /** For Hibernate. */
    protected Deal() {}

    Deal(Caller caller, NewDeal deal, String currency, Place place, Instant now) {
        super(caller, deal.external());
        title = Checks.text("title", deal.title());
        amountCents = deal.amountCents();
        amountSource = AmountSource.manual;
        this.currency = Checks.currency("currency", currency);
        pipelineId = place.pipelineId();
        stageId = place.stageId();
        position = place.position();
        companyId = deal.companyId();
        contactId = deal.contactId();
        ownerId = deal.ownerId();
        expectedCloseOn = deal.expectedCloseOn();
        status = DealStatus.in(place.type());
        leadId = deal.leadId();
        stageEnteredAt = now;
        changeCustom(Change.to(deal.custom()));
    }

    void edit(DealChanges changes) {
        change(changes.external());
        changeCustom(changes.custom());
        changes.title().ifGiven(value -> title = Checks.text("title", value));
        changes.amountCents().ifGiven(value -> setByHand(Checks.present("amount_cents", value)));
        changes.amountSource().ifGiven(value -> takeFrom(Checks.present("amount_source", value), changes));
        changes.currency().ifGiven(value -> currency = Checks.currency("currency", value));
        changes.companyId().ifGiven(value -> companyId = value);
        changes.contactId().ifGiven(value -> contactId = value);
        changes.ownerId().ifGiven(value -> ownerId = value);
        changes.expectedCloseOn().ifGiven(value -> expectedCloseOn = value);
    }

    /**
     * A line was added, changed or removed. The amount follows when it is that of the lines; it becomes so with the first line of a
     * deal that nobody has given an amount. One by hand stays.
     */
    void linesChanged(LineTotals totals, Instant now) {
        if (totals.firstYearCents() > Prices.HIGHEST_CENTS) {
            throw Problem.invalid(
                    "unit_price",
                    "the lines of a deal come to " + Prices.HIGHEST_CENTS + " cents a year at most",
                    "range");
        }
        if (linesChangedAt == null && amountCents == 0) {
            amountSource = AmountSource.lines;
        }
        linesChangedAt = now;
        oneOffCents = totals.oneOffCents();
        mrrCents = totals.mrrCents(currency);
        firstYearCents = totals.firstYearCents();
        if (amountSource == AmountSource.lines) {
            amountCents = firstYearCents;
        }
    }

    /** Saying the amount that it has is no word about where it comes from. */
    private void setByHand(long cents) {
        if (cents != amountCents) {
            amountCents = cents;
            amountSource = AmountSource.manual;
        }
    }

    private void takeFrom(AmountSource source, DealChanges changes) {
        amountSource = source;
        if (source == AmountSource.lines) {
            if (changes.amountCents().given() && amountCents != firstYearCents) {
                throw Problem.invalid("amount_cents", "is that of the lines", "ambiguous");
            }
            amountCents = firstYearCents;
        }
    }

    /** Puts the card where somebody dropped it. */
    void move(Place place, Instant now) {
        requireMovable(place);
        enter(place, now);
    }

    void requireMovable(Place place) {
        requireOpen();
        requireOwnPipeline(place);
        if (place.type() != StageType.open) {
            throw Problem.conflict(
                    ProblemType.STAGE_CLOSED, "A deal gets into this stage by being won or lost.", "stage_id");
        }
    }

    void win(Place place, LocalDate wonOn, @Nullable UUID customer, Instant now) {
        requireOpen();
        enter(place, now);
        closedOn = wonOn;
        customerId = customer;
    }

    /** Somebody was found or made for what it sells. */
    void boughtBy(UUID customer) {
        if (customerId == null) {
            customerId = customer;
        }
    }

    /** @param reason in words; of one without, the name of the listed reason as it is called then */
    void lose(Place place, LocalDate lostOn, @Nullable UUID listed, String reason, Instant now) {
        requireOpen();
        enter(place, now);
        closedOn = lostOn;
        lostReason = reason;
        lostReasonId = listed;
    }

    /** Back into the race. The customer that came of it stays its customer. */
    void reopen(Place place, Instant now) {
        if (status == DealStatus.open) {
            throw Problem.conflict(ProblemType.DEAL_OPEN, "The deal is open.", null);
        }
        requireOwnPipeline(place);
        if (place.type() != StageType.open) {
            throw Problem.invalid("stage_id", "must be an open stage", "open");
        }
        enter(place, now);
        closedOn = null;
        lostReason = null;
        lostReasonId = null;
    }

    boolean isWon() {
        return status == DealStatus.won;
    }

    /** Whether it was won like this: nothing is asked for that is not so already. */
    boolean isWonAs(Winning winning) {
        return isWon()
                && winning.sale() == null
                && winning.customer() == null
                && winning.contracts().isEmpty()
                && (winning.customerId() == null || winning.customerId().equals(customerId))
                && (winning.wonOn() == null || winning.wonOn().equals(closedOn));
    }

    /** Whether it was lost for this reason, on this day unless none is named. */
    boolean isLostAs(Loss loss) {
        return status == DealStatus.lost
                && (loss.words() == null || loss.words().equals(lostReason))
                && (loss.reasonId() == null || loss.reasonId().equals(lostReasonId))
                && (loss.lostOn() == null || loss.lostOn().equals(closedOn));
    }

    /** Whether what a stage may require is there; its lines are not its own. */
    boolean has(StageField field) {
        return switch (field) {
            case amount -> amountCents > 0;
            case company -> companyId != null;
            case contact -> contactId != null;
            case expected_close -> expectedCloseOn != null;
            case owner -> ownerId != null;
            case lines -> false;
        };
    }

    /** Whether it is open, and in that stage if one is named. */
    boolean isOpenIn(@Nullable UUID stage) {
        return status == DealStatus.open && (stage == null || stage.equals(stageId));
    }

    void requireOpen() {
        if (status != DealStatus.open) {
            throw Problem.conflict(
                    ProblemType.DEAL_CLOSED, "The deal is already " + status + "; reopen it first.", null);
        }
    }

    private void requireOwnPipeline(Place place) {
        if (!place.pipelineId().equals(pipelineId)) {
            throw Problem.invalid("stage_id", "must be a stage of the deal's pipeline", "pipeline");
        }
    }

    private void enter(Place place, Instant now) {
        if (!place.stageId().equals(stageId)) {
            stageId = place.stageId();
            stageEnteredAt = now;
        }
        status = DealStatus.in(place.type());
        position = place.position();
    }

    UUID pipelineId() {
        return pipelineId;
    }

    String currency() {
        return currency;
    }

    UUID stageId() {
        return stageId;
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
    UUID ownerId() {
        return ownerId;
    }

    DealCreated created() {
        return new DealCreated(id(), amountCents, currency, pipelineId, stageId, companyId, contactId, ownerId, leadId);
    }

    DealStageChanged stageChanged(UUID fromStageId) {
        return new DealStageChanged(
                id(), amountCents, currency, pipelineId, fromStageId, stageId, status.name(), ownerId);
    }

    DealWon won(LocalDate wonOn, List<UUID> contractIds) {
        return new DealWon(
                id(), amountCents, currency, pipelineId, wonOn, customerId, contractIds, companyId, contactId, ownerId);
    }

    DealLost lost(LocalDate lostOn) {
        return new DealLost(id(), amountCents, currency, pipelineId, lostOn, companyId, contactId, ownerId);
    }
}
