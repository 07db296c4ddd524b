package dev.pulso.crm.internal.deal;

import dev.pulso.crm.ClosingWaiting;
import dev.pulso.crm.DealLost;
import dev.pulso.crm.DealStageChanged;
import dev.pulso.crm.DealWon;
import dev.pulso.crm.internal.deal.StageOrder.LockedStage;
import dev.pulso.crm.internal.pipeline.StageType;
import dev.pulso.crm.internal.reason.LostReasons;
import dev.pulso.customers.CustomerDetail;
import dev.pulso.kernel.Checks;
import dev.pulso.kernel.ExpectedVersion;
import dev.pulso.kernel.Problem;
import dev.pulso.kernel.ProblemType;
import dev.pulso.portfolio.ContractDetail;
import dev.pulso.portfolio.Contracts;
import dev.pulso.store.outbox.Outbox;
import dev.pulso.store.tenancy.Caller;
import dev.pulso.store.tenancy.Tenancy;
import dev.pulso.store.tenancy.TenantClock;
import dev.pulso.store.tenancy.TenantDay;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** How deals end, and how they begin again. Each is one transaction: all of it happens, or nothing. */
@ApplicationScoped
class DealClosing {
    private final Tenancy tenancy;
    private final DealRepository deals;
    private final DealQueries queries;
    private final StageOrder order;
    private final StageRequirements requirements;
    private final LostReasons reasons;
    private final DealCustomers customers;
    private final Contracts contracts;
    private final LineQueries lines;
    private final ClosingRepository closings;
    private final ClosingQueries closed;
    private final SaleMaker maker;
    private final TenantDay days;
    private final Outbox outbox;
    private final TenantClock clock;

    DealClosing(
            Tenancy tenancy,
            DealRepository deals,
            DealQueries queries,
            StageOrder order,
            StageRequirements requirements,
            LostReasons reasons,
            DealCustomers customers,
            Contracts contracts,
            LineQueries lines,
            ClosingRepository closings,
            ClosingQueries closed,
            SaleMaker maker,
            TenantDay days,
            Outbox outbox,
            TenantClock clock) {
        this.tenancy = tenancy;
        this.deals = deals;
        this.queries = queries;
        this.order = order;
        this.requirements = requirements;
        this.reasons = reasons;
        this.customers = customers;
        this.contracts = contracts;
        this.lines = lines;
        this.closings = closings;
        this.closed = closed;
        this.maker = maker;
        this.days = days;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** What came of a won deal. */
    record Won(
            DealDetail deal,
            @Nullable CustomerDetail customer,
            List<ContractDetail> contracts,
            @Nullable ClosingData closing) {
        Won(DealDetail deal, @Nullable CustomerDetail customer, List<ContractDetail> contracts) {
            this(deal, customer, contracts, null);
        }
    }

    /** Wins the deal, unless it is won like this already; its customer and contracts are made in the same transaction. */
    Uni<Won> win(Caller caller, UUID id, ExpectedVersion expected, Winning winning) {
        return tenancy.write(
                caller,
                session -> closing(caller, id, expected, StageType.won).chain(closing -> {
                    if (winning.sale() != null) {
                        return sell(caller, session, closing, winning, winning.sale());
                    }
                    return closing.deal().isWonAs(winning)
                            ? won(caller, closing.deal())
                            : win(caller, session, closing.open(), winning);
                }));
    }

    /** Wins the deal with its lines, unless it is closed like this already; what an earlier closing has made is not made again. */
    private Uni<Won> sell(Caller caller, Mutiny.Session session, Ending ending, Winning winning, Sale sale) {
        if (!winning.contracts().isEmpty()) {
            throw Problem.invalid("contracts", "cannot be given together with sale", "ambiguous");
        }
        Deal deal = ending.deal();
        return closed.latest(caller, deal.id()).chain(earlier -> {
            if (deal.isWon() && earlier != null && earlier.isAs(sale) && winning.customer() == null) {
                return sold(caller, deal.id(), earlier);
            }
            deal.requireOpen();
            if (earlier != null && !sale.again()) {
                throw Problem.conflict(ProblemType.SALE_MADE, "An earlier closing has made contracts or an invoice.");
            }
            return past(caller, "won_on", winning.wonOn())
                    .chain(wonOn -> lines.ofDeal(caller, deal.id())
                            .invoke(SaleMaker::requireComplete)
                            .chain(sold -> sell(caller, session, ending, winning, sale.from(wonOn), wonOn, sold)));
        });
    }

    /** All of it in one transaction; who may not sign contracts leaves them to somebody who may. */
    private Uni<Won> sell(
            Caller caller,
            Mutiny.Session session,
            Ending ending,
            Winning winning,
            Sale sale,
            LocalDate wonOn,
            List<LineData> sold) {
        Deal deal = ending.deal();
        boolean signs = caller.may(SaleMaker.SIGN);
        return buyer(caller, deal, winning, signs)
                .chain(customer -> lines.totals(caller, deal.id())
                        .chain(totals -> closings.persistAndFlush(new Closing(
                                caller,
                                deal,
                                totals,
                                sale,
                                customer == null ? null : customer.customer().id())))
                        .chain(closing -> signs && customer != null
                                ? maker.make(caller, customer.customer().id(), deal.id(), deal.currency(), sold, sale)
                                        .invoke(made ->
                                                closing.made(customer.customer().id(), made))
                                        .map(SaleMaker.Made::contracts)
                                        .call(signed -> win(caller, session, ending, wonOn, customer, signed))
                                : win(caller, session, ending, wonOn, customer, List.of())
                                        .chain(() -> outbox.publish(
                                                caller, ClosingWaiting.TYPE, closing.id(), closing.waiting()))
                                        .replaceWith(List.<ContractDetail>of()))
                        .chain(signed -> closed.latest(caller, deal.id())
                                .chain(closing -> queries.get(caller, deal.id())
                                        .map(detail -> new Won(detail, customer, signed, closing)))));
    }

    private Uni<@Nullable CustomerDetail> buyer(Caller caller, Deal deal, Winning winning, boolean signs) {
        if (winning.customer() != null) {
            if (winning.customerId() != null) {
                throw Problem.invalid("customer", "cannot be given together with customer_id", "ambiguous");
            }
            return customers.described(caller, deal, winning.customer()).map(made -> made);
        }
        return signs
                ? customers.ofSale(caller, deal, winning.customerId()).map(found -> found)
                : customers.ofSale(caller, deal, winning.customerId(), caller.may(DealCustomers.WRITE));
    }

    /** Of one that was closed like this before: what came of it. */
    private Uni<Won> sold(Caller caller, UUID id, ClosingData closing) {
        Uni<@Nullable CustomerDetail> customer = closing.customerId() == null
                ? Uni.createFrom().nullItem()
                : customers.get(caller, closing.customerId());
        Uni<List<ContractDetail>> signed = Uni.createFrom().item(List.of());
        for (String contract : closing.contractIds()) {
            signed = signed.chain(before -> contracts
                    .get(caller, UUID.fromString(contract))
                    .map(one -> Stream.concat(before.stream(), Stream.of(one)).toList()));
        }
        Uni<List<ContractDetail>> made = signed;
        return customer.chain(bought ->
                made.chain(all -> queries.get(caller, id).map(deal -> new Won(deal, bought, all, closing))));
    }

    /** Of one that was won before: it and its customer. */
    private Uni<Won> won(Caller caller, Deal deal) {
        return customers
                .of(caller, deal, Winning.PLAIN)
                .chain(customer -> queries.get(caller, deal.id()).map(detail -> new Won(detail, customer, List.of())));
    }

    private Uni<Won> win(Caller caller, Mutiny.Session session, Ending closing, Winning winning) {
        UUID id = closing.deal().id();
        return past(caller, "won_on", winning.wonOn())
                .chain(wonOn -> customers
                        .of(caller, closing.deal(), winning)
                        .chain(customer -> sign(caller, customer, id, winning)
                                .call(signed -> win(caller, session, closing, wonOn, customer, signed))
                                .chain(signed ->
                                        queries.get(caller, id).map(deal -> new Won(deal, customer, signed)))));
    }

    private Uni<Void> win(
            Caller caller,
            Mutiny.Session session,
            Ending closing,
            LocalDate wonOn,
            @Nullable CustomerDetail customer,
            List<ContractDetail> signed) {
        Deal deal = closing.deal();
        UUID from = deal.stageId();
        return requirements
                .require(caller, closing.stage(), deal)
                .chain(() -> order.atTop(caller, closing.stage()))
                .invoke(place -> deal.win(
                        place,
                        wonOn,
                        customer == null ? null : customer.customer().id(),
                        clock.now(caller)))
                .chain(() -> session.flush())
                .chain(() -> outbox.publish(caller, DealStageChanged.TYPE, deal.id(), deal.stageChanged(from)))
                .chain(() -> outbox.publish(
                        caller,
                        DealWon.TYPE,
                        deal.id(),
                        deal.won(
                                wonOn,
                                signed.stream()
                                        .map(each -> each.contract().id())
                                        .toList())));
    }

    private Uni<List<ContractDetail>> sign(
            Caller caller, @Nullable CustomerDetail customer, UUID dealId, Winning winning) {
        if (!winning.contracts().isEmpty()) {
            caller.require("portfolio.contracts:approve");
        }
        return customer == null || winning.contracts().isEmpty()
                ? Uni.createFrom().item(List.of())
                : contracts.createAll(caller, customer.customer().id(), dealId, winning.contracts());
    }

    /** Loses the deal for a reason, unless it is lost for it already. */
    Uni<DealDetail> lose(Caller caller, UUID id, ExpectedVersion expected, Loss loss) {
        return tenancy.write(
                caller,
                session -> closing(caller, id, expected, StageType.lost)
                        .chain(closing -> closing.deal().isLostAs(loss)
                                ? Uni.createFrom().voidItem()
                                : past(caller, "lost_on", loss.lostOn()).chain(lostOn -> {
                                    Deal deal = closing.open().deal();
                                    UUID from = deal.stageId();
                                    return words(caller, loss)
                                            .chain(words -> order.atTop(caller, closing.stage())
                                                    .invoke(place -> deal.lose(
                                                            place, lostOn, loss.reasonId(), words, clock.now(caller))))
                                            .chain(() -> session.flush())
                                            .chain(() -> outbox.publish(
                                                    caller, DealStageChanged.TYPE, id, deal.stageChanged(from)))
                                            .chain(() -> outbox.publish(caller, DealLost.TYPE, id, deal.lost(lostOn)));
                                }))
                        .chain(() -> queries.get(caller, id)));
    }

    /** What was said, else what the reason is called now: whoever reads it later reads what was meant then. */
    private Uni<String> words(Caller caller, Loss loss) {
        String said = Objects.requireNonNullElse(loss.words(), "");
        return loss.reasonId() == null
                ? Uni.createFrom().item(said)
                : reasons.offered(caller, "lost_reason_id", loss.reasonId())
                        .map(reason -> said.isEmpty() ? reason.name() : said);
    }

    /** Puts a closed deal on top of an open stage, the first one unless named. One that is open there stays as it is. */
    Uni<DealDetail> reopen(Caller caller, UUID id, ExpectedVersion expected, @Nullable UUID stageId) {
        return tenancy.write(caller, session -> {
            Uni<@Nullable LockedStage> target =
                    stageId == null ? order.lockFirst(caller, id, StageType.open) : order.lock(caller, stageId);
            return target.chain(stage -> deals.forChange(id).call(deal -> {
                        deal.requireVersion(expected);
                        if (deal.isOpenIn(stageId)) {
                            return Uni.createFrom().voidItem();
                        }
                        if (stage == null) {
                            throw Problem.unknownReference("stage_id");
                        }
                        UUID from = deal.stageId();
                        return closings.waitingOf(id)
                                .invoke(waiting -> {
                                    if (waiting != null) {
                                        waiting.withdraw();
                                    }
                                })
                                .chain(() -> requirements.require(caller, stage, deal))
                                .chain(() -> order.atTop(caller, stage))
                                .invoke(place -> deal.reopen(place, clock.now(caller)))
                                .chain(() -> session.flush())
                                .chain(() ->
                                        outbox.publish(caller, DealStageChanged.TYPE, id, deal.stageChanged(from)));
                    }))
                    .chain(() -> queries.get(caller, id));
        });
    }

    /** The day of a fact: today unless given, and never one that has not come. */
    private Uni<LocalDate> past(Caller caller, String field, @Nullable LocalDate given) {
        return days.today(caller).map(today -> given == null ? today : Checks.notInFuture(field, given, today));
    }

    private record Ending(Deal deal, LockedStage stage) {
        /** @throws Problem 409 for a deal that was closed before */
        Ending open() {
            deal.requireOpen();
            return this;
        }
    }

    /** The deal, locked, and the stage in which it will end. */
    private Uni<Ending> closing(Caller caller, UUID id, ExpectedVersion expected, StageType end) {
        return order.lockFirst(caller, id, end)
                .onItem()
                .ifNull()
                .failWith(Problem::notFound)
                .chain(stage -> deals.forChange(id)
                        .invoke(deal -> deal.requireVersion(expected))
                        .map(deal -> new Ending(deal, stage)));
    }
}
