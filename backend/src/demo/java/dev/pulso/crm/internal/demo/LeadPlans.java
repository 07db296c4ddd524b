package dev.pulso.crm.internal.demo;

import dev.pulso.crm.internal.demo.SalesPlan.PlannedDeal;
import dev.pulso.crm.internal.demo.SalesPlan.PlannedLead;
import dev.pulso.demo.Chance;
import dev.pulso.demo.DemoYear;
import dev.pulso.demo.Party;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** 1,200 leads: those that became deals, and those that are still worked on or were given up. */
final class LeadPlans {
    private static final int ALL = 1_200;

    /** How many leads are in a stage, how old they are at most (0: as old as the year), and what they score. */
    private record Stage(String code, int leads, int mostDays, int lowest, int highest) {}

    /** Leads that fit no other stage were given up. */
    private static final Stage GIVEN_UP = new Stage("unqualified", 0, 0, 0, 45);

    private static final List<Stage> STAGES = List.of(
            new Stage("new", 76, 18, 0, 45),
            new Stage("contacted", 112, 60, 20, 65),
            new Stage("qualified", 92, 130, 70, 95));
    private static final Stage CONVERTED = new Stage("converted", 0, 0, 60, 100);

    private static final List<String> TAGS = List.of(
            "urgente",
            "site-antigo",
            "google-ads",
            "sem-site",
            "orcamento-aprovado",
            "comparando",
            "multi-unidades",
            "retornar",
            "decisor",
            "black-friday");
    private static final List<String> GOOD_NOTES = List.of(
            "Orçamento aprovado; quer começar no próximo mês.",
            "Fala com o decisor; pediu proposta com prazo de entrega.",
            "Site atual fora do ar no celular; quer trocar de fornecedor.",
            "Já investe em anúncios e quer medir o retorno.",
            "Vai abrir segunda unidade e precisa de site novo.",
            "Indicado por cliente; conhece o nosso trabalho.");
    private static final List<String> POOR_NOTES = List.of(
            "Sem orçamento este ano.",
            "Só queria um orçamento de referência.",
            "Não atende o telefone; tentar pelo WhatsApp.",
            "Pediu material por e-mail.",
            "Contrato com outra agência até o fim do ano.");

    private final DemoYear year;
    private final List<Party> parties;
    private final Chance chance;
    private final List<PlannedLead> leads = new ArrayList<>();

    /** @param parties with whom there is no deal */
    LeadPlans(DemoYear year, List<Party> parties) {
        this.year = year;
        this.parties = parties;
        chance = year.chance("crm.leads");
    }

    List<PlannedLead> of(List<PlannedDeal> deals) {
        deals.stream().filter(deal -> deal.leadId() != null).forEach(this::converted);
        int next = 0;
        for (Stage stage : STAGES) {
            for (int i = 0; i < stage.leads(); i++) {
                lead(stage, parties.get(next++));
            }
        }
        while (leads.size() < ALL) {
            lead(GIVEN_UP, parties.get(next++));
        }
        return leads;
    }

    private void converted(PlannedDeal deal) {
        OffsetDateTime createdAt = deal.createdAt().minusHours(chance.between(2, 14 * 24));
        leads.add(new PlannedLead(
                java.util.Objects.requireNonNull(deal.leadId()),
                deal.client().party(),
                deal.owner(),
                CONVERTED.code(),
                SalesPlan.Source.any(chance),
                tags(deal.client().party()),
                score(CONVERTED),
                note(CONVERTED),
                deal.id(),
                createdAt,
                deal.createdAt()));
    }

    private void lead(Stage stage, Party party) {
        LocalDate day =
                year.anyDay(chance, stage.mostDays() == 0 ? null : year.today().minusDays(stage.mostDays()));
        // Nobody is given up on the first days.
        OffsetDateTime createdAt = year.at(stage == GIVEN_UP ? day.minusDays(6) : day, chance);
        OffsetDateTime touchedAt = createdAt.plusHours(chance.between(2, 20 * 24));
        OffsetDateTime now = year.midnight(year.today(), 0);
        boolean untouched = stage.code().equals("new");
        leads.add(new PlannedLead(
                year.id("lead", 10_000 + leads.size(), createdAt),
                party,
                untouched && chance.percent(40) ? null : year.seller(chance),
                stage.code(),
                SalesPlan.Source.any(chance),
                tags(party),
                score(stage),
                note(stage),
                null,
                createdAt,
                untouched || touchedAt.isAfter(now) ? createdAt : touchedAt));
    }

    private int score(Stage stage) {
        return chance.between(stage.lowest() / 5, stage.highest() / 5) * 5;
    }

    private @Nullable String note(Stage stage) {
        return chance.percent(45) ? chance.pick(stage.lowest() >= 60 ? GOOD_NOTES : POOR_NOTES) : null;
    }

    private List<String> tags(Party party) {
        Set<String> tags = new LinkedHashSet<>();
        if (party.company() && chance.percent(60)) {
            tags.add(Party.slug(party.industry()));
        }
        for (int i = chance.between(0, 2); i > 0; i--) {
            tags.add(chance.pick(TAGS));
        }
        return List.copyOf(tags);
    }
}
