package dev.pulso.crm.internal.forecast;

import dev.pulso.crm.internal.Ownership;
import dev.pulso.crm.internal.References;
import dev.pulso.crm.internal.References.Reference;
import dev.pulso.kernel.ExpectedVersion;
import dev.pulso.kernel.Problem;
import dev.pulso.store.data.KeysetQuery;
import dev.pulso.store.data.Page;
import dev.pulso.store.data.PageRequest;
import dev.pulso.store.data.Rows;
import dev.pulso.store.data.UniqueValues;
import dev.pulso.store.tenancy.Caller;
import dev.pulso.store.tenancy.Tenancy;
import dev.pulso.store.tenancy.TenantCurrency;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The use cases of goals. */
@ApplicationScoped
class GoalService {
    private static final Rows<GoalData> ROWS = Rows.of(GoalData.class, "g");

    private final Tenancy tenancy;
    private final GoalRepository goals;
    private final TenantCurrency currencies;
    private final References references;
    private final UniqueValues unique;

    GoalService(
            Tenancy tenancy,
            GoalRepository goals,
            TenantCurrency currencies,
            References references,
            UniqueValues unique) {
        this.tenancy = tenancy;
        this.goals = goals;
        this.currencies = currencies;
        this.references = references;
        this.unique = unique;
    }

    Uni<Page<GoalData>> list(Caller caller, @Nullable UUID owner, PageRequest page) {
        return KeysetQuery.select(ROWS, "goals g")
                .where("g.owner_id = ?", owner)
                .sortable("month", "g.month", "date")
                .sortable("created_at", "g.created_at", "timestamptz")
                .range("created_at", "g.created_at", "timestamptz")
                .range("updated_at", "g.updated_at", "timestamptz")
                .range("month", "g.month", "date")
                .range("amount_cents", "g.amount_cents", "bigint")
                .changing("g.updated_at")
                .leaving("goals")
                .page(tenancy, caller, page, "-created_at", ROWS::read);
    }

    /** The goal, or 404. */
    Uni<GoalData> get(Caller caller, UUID id) {
        return tenancy.query(caller, "select " + ROWS.columns() + " from goals g where g.id = $1", Tuple.of(id))
                .map(ROWS::one)
                .onItem()
                .ifNull()
                .failWith(Problem::notFound);
    }

    Uni<GoalData> create(Caller caller, UUID owner, LocalDate day, long amountCents, @Nullable String currency) {
        Ownership.requireReached(caller, Ownership.DEALS, owner);
        LocalDate month = day.withDayOfMonth(1);
        return tenancy.write(
                caller,
                session -> references
                        .require(caller, Reference.user("owner_id", owner))
                        .chain(() -> unique.requireFree(
                                caller, "goals where owner_id = '" + owner + "'", "month", month, null))
                        .chain(() -> currencies.orOwn(caller, currency))
                        .chain(known -> goals.persistAndFlush(new Goal(caller, owner, month, amountCents, known)))
                        .chain(made -> get(caller, made.id())));
    }

    Uni<GoalData> edit(Caller caller, UUID id, ExpectedVersion expected, GoalChanges changes) {
        return tenancy.write(
                caller,
                session -> goals.forChange(id)
                        .invoke(goal -> goal.requireVersion(expected))
                        .invoke(goal -> goal.edit(changes.amountCents()))
                        .chain(() -> session.flush())
                        .chain(() -> get(caller, id)));
    }

    Uni<Void> delete(Caller caller, UUID id, ExpectedVersion expected) {
        return tenancy.write(
                caller,
                session -> goals.forChange(id)
                        .invoke(goal -> goal.requireVersion(expected))
                        .chain(goal -> session.remove(goal))
                        .chain(() -> session.flush()));
    }
}
