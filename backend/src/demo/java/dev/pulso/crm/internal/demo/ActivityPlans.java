package dev.pulso.crm.internal.demo;

import dev.pulso.crm.internal.demo.SalesPlan.Outcome;
import dev.pulso.crm.internal.demo.SalesPlan.PlannedDeal;
import dev.pulso.demo.Chance;
import dev.pulso.demo.DemoRows;
import dev.pulso.demo.DemoYear;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was done about each deal on its way, and what is next for those on the board: most have a next step, some are late, and
 * some have none, which the board is to tell.
 */
final class ActivityPlans {
    private static final int WITH_NEXT_STEP = 72;
    private static final int LATE = 16;
    private static final int TODAY = 22;

    /** What is done, and what came of it. */
    private record Step(
            String type, String subject, @Nullable String outcome, int minutes) {}

    private static final List<Step> FIRST = List.of(
            new Step("call", "Primeiro contato", "Atendeu, pediu mais informações", 8),
            new Step("call", "Primeiro contato", "Não atendeu, recado deixado", 1),
            new Step("email", "Apresentação da agência", "Respondeu no mesmo dia", 15));
    private static final List<Step> MIDDLE = List.of(
            new Step("meeting", "Reunião de diagnóstico", "Escopo entendido", 45),
            new Step("email", "Envio da proposta", "Proposta recebida", 20),
            new Step("call", "Retorno sobre a proposta", "Quer rever o prazo", 12),
            new Step("task", "Montar proposta", null, 60));
    private static final List<String> NOTES = List.of(
            "Decide com o sócio até o fim do mês.",
            "Pediu desconto no setup; a mensalidade está aprovada.",
            "Já trabalhou com outra agência e não gostou do atendimento.",
            "Quer começar depois das férias.",
            "Indicação de um cliente antigo: caprichar no prazo.");
    private static final List<Step> NEXT = List.of(
            new Step("call", "Ligar para combinar o início", null, 15),
            new Step("call", "Ligar sobre o setup", null, 15),
            new Step("email", "Enviar proposta revisada", null, 20),
            new Step("meeting", "Apresentar layout", null, 45),
            new Step("task", "Conferir documentos para o contrato", null, 30));

    private final DemoYear year;
    private final Chance chance;
    private final List<JsonObject> rows = new ArrayList<>();

    private ActivityPlans(DemoYear year) {
        this.year = year;
        this.chance = year.chance("crm.activities");
    }

    /** The rows of all of them. */
    static List<JsonObject> of(DemoYear year, List<PlannedDeal> deals) {
        ActivityPlans plans = new ActivityPlans(year);
        for (PlannedDeal deal : deals) {
            plans.way(deal);
            if (deal.outcome() == Outcome.OPEN && plans.chance.percent(WITH_NEXT_STEP)) {
                plans.next(deal);
            }
        }
        return plans.rows;
    }

    /** From the day it was made to the day it came where it stands. */
    private void way(PlannedDeal deal) {
        long minutes = Math.max(
                30, Duration.between(deal.createdAt(), deal.enteredAt()).toMinutes());
        int steps = chance.between(1, 3);
        for (int i = 0; i < steps; i++) {
            Step step = i == 0 ? chance.pick(FIRST) : chance.pick(MIDDLE);
            done(deal, step.type(), step.subject(), step.outcome(), step.minutes(), at(deal, minutes, i, steps));
        }
        if (chance.percent(40)) {
            done(deal, "note", chance.pick(NOTES), null, null, at(deal, minutes, steps, steps + 1));
        }
    }

    private OffsetDateTime at(PlannedDeal deal, long minutes, int step, int steps) {
        return deal.createdAt().plusMinutes(minutes * step / steps + chance.between(5, 20));
    }

    private void done(
            PlannedDeal deal,
            String type,
            String subject,
            @Nullable String outcome,
            @Nullable Integer minutes,
            OffsetDateTime at) {
        OffsetDateTime now = at.isAfter(deal.enteredAt()) ? deal.enteredAt() : at;
        row(deal, type, subject, minutes, null, null, now, outcome, now);
    }

    private void next(PlannedDeal deal) {
        Step step = chance.pick(NEXT);
        int kind = chance.between(0, 99);
        LocalDate day = kind < LATE
                ? year.today().minusDays(chance.between(1, 6))
                : kind < LATE + TODAY ? year.today() : year.today().plusDays(chance.between(1, 12));
        boolean timed = !step.type().equals("task") && !step.type().equals("email");
        OffsetDateTime at = timed
                ? year.midnight(
                        day,
                        LocalTime.of(chance.between(9, 17), chance.pick(List.of(0, 0, 30)))
                                .toSecondOfDay())
                : null;
        row(deal, step.type(), step.subject(), step.minutes(), day, at, null, null, deal.enteredAt());
    }

    private void row(
            PlannedDeal deal,
            String type,
            String subject,
            @Nullable Integer minutes,
            @Nullable LocalDate dueOn,
            @Nullable OffsetDateTime dueAt,
            @Nullable OffsetDateTime completedAt,
            @Nullable String outcome,
            OffsetDateTime madeAt) {
        rows.add(DemoRows.row(
                "id",
                year.id("activity", rows.size(), madeAt),
                "type",
                type,
                "subject",
                subject,
                "due_on",
                dueOn,
                "due_at",
                dueAt,
                "duration_minutes",
                minutes,
                "completed_at",
                completedAt,
                "completed_by_id",
                completedAt == null ? null : deal.owner(),
                "outcome",
                outcome,
                "owner_id",
                deal.owner(),
                "created_by_id",
                deal.owner(),
                "lead_id",
                deal.leadId(),
                "deal_id",
                deal.id(),
                "company_id",
                deal.client().companyId(),
                "contact_id",
                deal.client().contactId(),
                "customer_id",
                deal.customerId(),
                "created_at",
                madeAt,
                "updated_at",
                madeAt));
    }
}
