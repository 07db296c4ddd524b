package dev.pulso.demo;

import dev.pulso.demo.Agreement.Status;
import dev.pulso.kernel.BillingCycle;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who buys what and when; what becomes of it is told by {@link Fates}. */
final class Plot {
    private static final int OLD_BUYERS = 100;
    private static final int OLD_SECOND_CONTRACTS = 25;
    private static final int NEW_BUYERS = 80;
    private static final int NEW_SECOND_CONTRACTS = 15;
    private static final int TRIALS_NOW = 8;
    private static final int TRIALS_OF_NEW_BUYERS = 6;
    private static final int CROSS_SALES = 40;
    private static final int PROJECTS = 76;
    private static final List<Integer> BILLING_DAYS = List.of(5, 10, 15, 20, 25);

    private record Project(String title, int fromReais, int toReais) {}

    private static final List<Project> KINDS_OF_PROJECTS = List.of(
            new Project("Site institucional", 2_800, 7_500),
            new Project("Landing page de campanha", 900, 2_200),
            new Project("Loja virtual", 6_500, 14_000),
            new Project("Identidade visual", 1_800, 4_800),
            new Project("Redesign do site", 2_400, 6_200),
            new Project("Integração com WhatsApp", 1_200, 3_600),
            new Project("Migração de e-mails", 600, 1_800),
            new Project("Fotos e vídeo institucional", 1_500, 5_200),
            new Project("Treinamento da equipe", 800, 2_400));

    private final DemoYear year;
    private final Chance chance = new Chance("plot");
    private final List<Offer> offers = Offer.all();
    private final List<Buyer> buyers = new ArrayList<>();
    private final List<Sale> sales = new ArrayList<>();
    private final List<Draft> drafts = new ArrayList<>();

    Plot(DemoYear year, List<Party> parties) {
        this.year = year;
        customersFromBefore(parties);
        customersOfTheYear(parties);
        crossSales();
        new Fates(year, drafts, this::upgrade).tell();
        projects();
    }

    List<Buyer> buyers() {
        return List.copyOf(buyers);
    }

    List<Sale> sales() {
        return List.copyOf(sales);
    }

    List<Agreement> agreements() {
        return drafts.stream().map(this::agreement).toList();
    }

    private void customersFromBefore(List<Party> parties) {
        for (int i = 0; i < OLD_BUYERS; i++) {
            LocalDate since = i < Fates.ENDING_IN_DAYS.size()
                    ? Fates.startOfEnding(year.today(), i)
                    : year.firstDay()
                            .minusDays(5
                                    + (long)
                                            (1_000 * Math.pow(chance.generator().nextDouble(), 1.4)));
            Buyer buyer = buyer(parties.get(i), since, year.at(since, chance), null);
            buyers.add(buyer);
            sign(buyer, null, pick(buyer, offer -> true), since, Status.active);
        }
        for (int i = 0; i < OLD_SECOND_CONTRACTS; i++) {
            Buyer buyer = buyers.get(10 + i * 3);
            LocalDate start = buyer.since().plusDays(chance.between(1, 4 + chance.between(0, 300)));
            LocalDate latest = year.firstDay().minusDays(1);
            sign(buyer, null, pick(buyer, offer -> true), start.isAfter(latest) ? latest : start, Status.active);
        }
    }

    private void customersOfTheYear(List<Party> parties) {
        List<LocalDate> days = new ArrayList<>();
        for (int i = 0; i < NEW_BUYERS - TRIALS_OF_NEW_BUYERS; i++) {
            LocalDate day = year.workingDay(chance, null);
            days.add(day.isAfter(year.today().minusDays(2)) ? year.today().minusDays(2) : day);
        }
        days.sort(Comparator.naturalOrder());
        for (int i = 0; i < TRIALS_OF_NEW_BUYERS; i++) {
            days.add(year.today().minusDays(11 - 2L * i));
        }
        for (int i = 0; i < NEW_BUYERS; i++) {
            boolean trial = i >= NEW_BUYERS - TRIALS_OF_NEW_BUYERS;
            boolean twice = !trial && i % 5 == 2 && i / 5 < NEW_SECOND_CONTRACTS;
            newCustomer(parties.get(OLD_BUYERS + i), days.get(i), trial, twice);
        }
    }

    private void newCustomer(Party party, LocalDate day, boolean trial, boolean twice) {
        OffsetDateTime wonAt = year.at(day, chance);
        UUID dealId = year.id("deal", sales.size(), wonAt);
        Buyer buyer = buyer(party, day, wonAt, dealId);
        Offer first = pick(buyer, offer -> !trial || offer.isSoftware() || offer.monthlyCents() < 30_000);
        List<Offer> bought = new ArrayList<>(List.of(first));
        if (twice) {
            bought.add(pick(buyer, offer -> !offer.serviceType().equals(first.serviceType())));
        }
        List<BillingCycle> cycles =
                bought.stream().map(offer -> offer.cycle(chance)).toList();
        long yearly = 0;
        for (int i = 0; i < bought.size(); i++) {
            yearly += yearly(bought.get(i).priceFor(cycles.get(i)), cycles.get(i));
        }
        String title = String.join(" + ", bought.stream().map(Offer::plan).toList());
        Sale sale = sale(Sale.Kind.NEW_CUSTOMER, buyer, title, yearly, wonAt);
        buyers.add(buyer);
        for (int i = 0; i < bought.size(); i++) {
            LocalDate start = trial ? day : start(day);
            sign(buyer, sale, bought.get(i), cycles.get(i), start, trial ? Status.trial : Status.active);
        }
    }

    private void crossSales() {
        int trials = TRIALS_NOW - TRIALS_OF_NEW_BUYERS;
        for (int i = 0; i < CROSS_SALES; i++) {
            boolean trial = i >= CROSS_SALES - trials;
            LocalDate day = trial
                    ? year.today().minusDays(3L + 5L * (i % trials))
                    : earlier(year.workingDay(chance, year.firstDay().plusDays(10)));
            Buyer buyer = chance.pick(buyersBefore(day.minusDays(30)));
            Offer offer = pick(buyer, each -> !trial || each.monthlyCents() < 30_000);
            BillingCycle cycle = offer.cycle(chance);
            Sale sale = sale(
                    Sale.Kind.CROSS_SELL,
                    buyer,
                    offer.plan(),
                    yearly(offer.priceFor(cycle), cycle),
                    year.at(day, chance));
            sign(buyer, sale, offer, cycle, trial ? day : start(day), trial ? Status.trial : Status.active);
        }
    }

    private void projects() {
        for (int i = 0; i < PROJECTS; i++) {
            LocalDate day = year.workingDay(chance, year.firstDay().plusDays(5));
            Project project = chance.pick(KINDS_OF_PROJECTS);
            int steps = (project.toReais() - project.fromReais()) / 50;
            long reais = project.fromReais() + 50L * chance.between(0, steps);
            Buyer buyer = chance.pick(buyersBefore(day.minusDays(10)));
            sale(Sale.Kind.PROJECT, buyer, project.title(), reais * 100, year.at(day, chance));
        }
    }

    /** A contract is taken to a higher price because somebody sold that. */
    private void upgrade(Draft draft, LocalDate day, long moreCents) {
        sale(
                Sale.Kind.UPGRADE,
                draft.buyer,
                "Upgrade - " + draft.offer.plan(),
                yearly(moreCents, draft.cycle),
                year.at(day, chance));
    }

    private Buyer buyer(Party party, LocalDate since, OffsetDateTime createdAt, @Nullable UUID dealId) {
        return new Buyer(
                party,
                year.id("customer", party.no(), createdAt),
                party.company() ? year.id("company", party.no(), createdAt) : null,
                dealId,
                year.seller(chance),
                since,
                createdAt);
    }

    private Sale sale(Sale.Kind kind, Buyer buyer, String title, long amountCents, OffsetDateTime wonAt) {
        Sale sale = new Sale(
                sales.size(),
                year.id("deal", sales.size(), wonAt),
                kind,
                buyer.party(),
                buyer.id(),
                chance.percent(80) ? buyer.manager() : year.seller(chance),
                title,
                amountCents,
                wonAt);
        sales.add(sale);
        return sale;
    }

    private void sign(Buyer buyer, @Nullable Sale sale, Offer offer, LocalDate start, Status status) {
        sign(buyer, sale, offer, offer.cycle(chance), start, status);
    }

    private void sign(
            Buyer buyer, @Nullable Sale sale, Offer offer, BillingCycle cycle, LocalDate start, Status status) {
        drafts.add(new Draft(drafts.size(), buyer, sale, offer, cycle, start, status));
    }

    /** Something it does not have yet. */
    private Offer pick(Buyer buyer, java.util.function.Predicate<Offer> wanted) {
        Set<String> has = new HashSet<>();
        drafts.stream().filter(draft -> draft.buyer == buyer).forEach(draft -> has.add(draft.offer.serviceType()));
        List<Offer> suitable = offers.stream()
                .filter(offer -> offer.weightFor(buyer.party().industry()) > 0)
                .toList();
        List<Offer> choices = suitable.stream()
                .filter(wanted)
                .filter(offer -> !has.contains(offer.serviceType()))
                .toList();
        return chance.weighted(
                choices.isEmpty() ? suitable : choices,
                offer -> offer.weightFor(buyer.party().industry()));
    }

    private List<Buyer> buyersBefore(LocalDate day) {
        return buyers.stream().filter(buyer -> buyer.since().isBefore(day)).toList();
    }

    private LocalDate start(LocalDate signedOn) {
        return earlier(signedOn.plusDays(chance.between(0, 4)));
    }

    private LocalDate earlier(LocalDate day) {
        return day.isAfter(year.yesterday()) ? year.yesterday() : day;
    }

    private static long yearly(long amountCents, BillingCycle cycle) {
        return amountCents * 12 / cycle.months();
    }

    private Agreement agreement(Draft draft) {
        Party party = draft.buyer.party();
        OffsetDateTime createdAt =
                draft.sale == null ? year.at(draft.startOn, new Chance("contract" + draft.no)) : draft.sale.wonAt();
        Chance own = new Chance("agreement" + draft.no);
        return new Agreement(
                draft.no,
                year.id("contract", draft.no, createdAt),
                draft.buyer,
                draft.sale == null ? null : draft.sale.id(),
                draft.offer.serviceType(),
                draft.offer.plan(),
                draft.cycle,
                own.percent(58) ? own.pick(BILLING_DAYS) : null,
                draft.startOn,
                draft.endOn,
                draft.reviewOn == null ? nextReview(draft) : draft.reviewOn,
                draft.termMonths != null ? draft.termMonths : own.percent(55) ? Integer.valueOf(12) : null,
                draft.offer.reference(),
                (party.company() ? party.domain() : Party.slug(party.name())).replace(".example", "") + "-"
                        + (100 + draft.no),
                draft.notes,
                createdAt,
                draft.terms);
    }

    /** Every half year since its start. */
    private LocalDate nextReview(Draft draft) {
        LocalDate review = draft.startOn.plusMonths(6);
        for (int i = 2; !review.isAfter(year.today().plusDays(12)); i++) {
            review = draft.startOn.plusMonths(6L * i);
        }
        return review;
    }
}
