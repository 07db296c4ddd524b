package dev.pulso.crm.internal.demo;

import dev.pulso.crm.internal.demo.SalesPlan.Client;
import dev.pulso.crm.internal.demo.SalesPlan.Outcome;
import dev.pulso.crm.internal.demo.SalesPlan.PlannedDeal;
import dev.pulso.demo.Buyer;
import dev.pulso.demo.Chance;
import dev.pulso.demo.DemoYear;
import dev.pulso.demo.Party;
import dev.pulso.demo.Sale;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** 900 deals: those that were won, twice as many that were not, and what is on the board today. */
final class DealPlans {
    private static final int ALL = 900;
    private static final int FIRST_NO = 10_000;
    /** Of the new customers all but these came as leads. */
    private static final int WON_WITHOUT_LEAD = 10;

    private static final int LOST_OF_LEADS = 300;
    private static final int LOST_OF_CUSTOMERS = 50;
    private static final int OPEN_OF_LEADS = 110;
    private static final int OPEN_OF_CUSTOMERS = 40;

    /** How many cards an open stage has, how many days they have been there at most, and when they should close. */
    private record Stage(int place, int cards, int mostDays, int closesInDays) {}

    private static final List<Stage> STAGES = List.of(
            new Stage(0, 78, 34, 55),
            new Stage(1, 64, 60, 40),
            new Stage(2, 52, 65, 26),
            new Stage(3, 35, 50, 16),
            new Stage(4, 21, 32, 8));

    private record Reason(String text, int weight) {}

    private static final List<Reason> REASONS = List.of(
            new Reason("Preço", 30),
            new Reason("Parou de responder", 22),
            new Reason("Escolheu um concorrente", 18),
            new Reason("Sem orçamento", 14),
            new Reason("Não é o momento", 10),
            new Reason("Não atende ao que precisa", 6));

    /** What is asked for, and what it is worth in a year. */
    private record Wish(String title, int fromReais, int toReais, int weight) {}

    private static final List<Wish> WISHES = List.of(
            new Wish("Site + hospedagem", 2_400, 9_000, 16),
            new Wish("Gestão de tráfego", 9_600, 28_000, 15),
            new Wish("SEO mensal", 8_400, 16_800, 11),
            new Wish("Manutenção de site", 2_400, 5_400, 10),
            new Wish("Loja virtual", 6_500, 15_000, 9),
            new Wish("Redes sociais", 9_000, 18_000, 8),
            new Wish("Hospedagem Profissional", 900, 2_600, 8),
            new Wish("Landing page de campanha", 900, 2_400, 6),
            new Wish("E-mail corporativo", 700, 2_400, 5),
            new Wish("Identidade visual", 1_800, 5_200, 5),
            new Wish("Backup gerenciado", 1_500, 3_600, 3),
            new Wish("Site + SEO + tráfego", 18_000, 42_000, 4));

    private final DemoYear year;
    private final Chance chance;
    private final Map<Party, Client> clients = new LinkedHashMap<>();
    private final Map<UUID, Buyer> buyers = new HashMap<>();
    private final List<PlannedDeal> deals = new ArrayList<>();
    private int prospects;
    private int wonFromLeads;

    DealPlans(DemoYear year) {
        this.year = year;
        chance = year.chance("crm.deals");
        for (Buyer buyer : year.buyers()) {
            buyers.put(buyer.id(), buyer);
            clients.put(
                    buyer.party(),
                    new Client(
                            buyer.party(),
                            buyer.companyId(),
                            year.id("contact", buyer.party().no(), buyer.createdAt()),
                            buyer.createdAt()));
        }
        year.sales().forEach(this::won);
        int open = STAGES.stream().mapToInt(Stage::cards).sum();
        int lost = ALL - year.sales().size() - open;
        for (int i = 0; i < lost; i++) {
            lost(i < LOST_OF_LEADS, i >= LOST_OF_LEADS && i < LOST_OF_LEADS + LOST_OF_CUSTOMERS);
        }
        open(open);
    }

    List<PlannedDeal> all() {
        return deals;
    }

    List<Client> clients() {
        return List.copyOf(clients.values());
    }

    /** Parties that no deal was made with. */
    List<Party> unused() {
        return year.prospects().subList(prospects, year.prospects().size());
    }

    private Client client(Party party) {
        return Objects.requireNonNull(clients.get(party), "a party that is no client");
    }

    private void won(Sale sale) {
        Buyer buyer = buyers.get(sale.customerId());
        boolean first = sale.kind() == Sale.Kind.NEW_CUSTOMER;
        OffsetDateTime createdAt = before(sale.wonAt(), first ? chance.between(6, 48) : chance.between(2, 21));
        if (!first && buyer != null && createdAt.isBefore(buyer.createdAt())) {
            createdAt = buyer.createdAt().plusHours(3);
        }
        boolean fromLead = first && wonFromLeads++ >= WON_WITHOUT_LEAD;
        if (first) {
            // The company and the contact are made when the deal is, the customer when it is won.
            Client client = client(sale.party());
            clients.put(sale.party(), new Client(client.party(), client.companyId(), client.contactId(), createdAt));
        }
        deals.add(new PlannedDeal(
                sale.id(),
                client(sale.party()),
                fromLead ? leadId(createdAt) : null,
                sale.customerId(),
                sale.seller(),
                sale.title(),
                sale.amountCents(),
                Outcome.WON,
                0,
                sale.wonOn().plusDays(chance.between(-6, 9)),
                null,
                createdAt,
                sale.wonAt()));
    }

    private void lost(boolean fromLead, boolean ofCustomer) {
        LocalDate closedOn = year.workingDay(chance, null);
        OffsetDateTime closedAt = year.at(closedOn, chance);
        OffsetDateTime createdAt = before(closedAt, chance.between(6, 75));
        add(
                fromLead,
                ofCustomer ? customerBefore(createdAt) : null,
                Outcome.LOST,
                0,
                closedOn.plusDays(chance.between(-25, 20)),
                chance.weighted(REASONS, Reason::weight).text(),
                createdAt,
                closedAt);
    }

    private void open(int open) {
        List<Integer> kinds = new ArrayList<>();
        for (int i = 0; i < open; i++) {
            kinds.add(i);
        }
        kinds = chance.shuffled(kinds);
        int next = 0;
        for (Stage stage : STAGES) {
            for (int i = 0; i < stage.cards(); i++) {
                int kind = kinds.get(next++);
                open(stage, kind < OPEN_OF_LEADS, kind >= open - OPEN_OF_CUSTOMERS);
            }
        }
    }

    private void open(Stage stage, boolean fromLead, boolean ofCustomer) {
        // Most are fresh, some have been there for long.
        int days = 1 + (int) (stage.mostDays() * Math.pow(chance.generator().nextDouble(), 1.6));
        OffsetDateTime enteredAt = year.at(workday(year.today().minusDays(days)), chance);
        OffsetDateTime createdAt =
                stage.place() == 0 ? enteredAt : before(enteredAt, stage.place() * chance.between(6, 22));
        LocalDate expectedOn = chance.percent(8)
                ? year.today().minusDays(chance.between(1, 12))
                : workday(year.today().plusDays(chance.between(stage.closesInDays() / 3, stage.closesInDays() * 2)));
        add(
                fromLead,
                ofCustomer ? customerBefore(createdAt) : null,
                Outcome.OPEN,
                stage.place(),
                stage.place() == 0 && chance.percent(30) ? null : expectedOn,
                null,
                createdAt,
                enteredAt);
    }

    private void add(
            boolean fromLead,
            @Nullable Client customer,
            Outcome outcome,
            int stage,
            @Nullable LocalDate expectedOn,
            @Nullable String lostReason,
            OffsetDateTime createdAt,
            OffsetDateTime enteredAt) {
        Client client = customer == null ? newClient(createdAt) : customer;
        Wish wish = wish(client.party());
        int steps = (wish.toReais() - wish.fromReais()) / 50;
        deals.add(new PlannedDeal(
                year.id("deal", FIRST_NO + deals.size(), createdAt),
                client,
                fromLead && customer == null ? leadId(createdAt) : null,
                null,
                year.seller(chance),
                wish.title(),
                (wish.fromReais() + 50L * chance.between(0, steps)) * 100,
                outcome,
                stage,
                expectedOn,
                lostReason,
                createdAt,
                enteredAt));
    }

    /** Licences are for one trade each. */
    private Wish wish(Party party) {
        if (chance.percent(60)) {
            if (party.industry().equals("Imobiliária")) {
                return new Wish("Licença ImobSites Pro", 1_900, 5_200, 1);
            }
            if (party.industry().equals("Autoescola")) {
                return new Wish("Licença CFC", 2_250, 4_450, 1);
            }
        }
        return chance.weighted(WISHES, Wish::weight);
    }

    private Client newClient(OffsetDateTime createdAt) {
        Party party = year.prospects().get(prospects++);
        Client client = new Client(
                party,
                party.company() ? year.id("company", party.no(), createdAt) : null,
                year.id("contact", party.no(), createdAt),
                createdAt);
        clients.put(party, client);
        return client;
    }

    /** Somebody who was a customer by then. */
    private Client customerBefore(OffsetDateTime time) {
        List<Client> known = year.buyers().stream()
                .filter(buyer -> buyer.createdAt().isBefore(time))
                .map(buyer -> clients.get(buyer.party()))
                .toList();
        return chance.pick(known);
    }

    private UUID leadId(OffsetDateTime createdAt) {
        return year.id("lead", deals.size(), createdAt);
    }

    private OffsetDateTime before(OffsetDateTime time, int days) {
        OffsetDateTime earlier = year.at(workday(time.toLocalDate().minusDays(days)), chance);
        return earlier.isBefore(time) ? earlier : time.minusHours(1);
    }

    /** That day, or the Friday before a weekend. */
    private static LocalDate workday(LocalDate day) {
        return day.minusDays(Math.max(0, day.getDayOfWeek().getValue() - 5));
    }
}
