package dev.pulso.crm.internal.reason;

import dev.pulso.kernel.Checks;
import dev.pulso.kernel.ExpectedVersion;
import dev.pulso.kernel.Problem;
import dev.pulso.store.data.Rows;
import dev.pulso.store.tenancy.Caller;
import dev.pulso.store.tenancy.Tenancy;
import dev.pulso.store.tenancy.TenantSetup;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The use cases of the reasons why deals are lost; a new company begins with the usual ones. */
@ApplicationScoped
public class LostReasons implements TenantSetup {
    private static final List<String> USUAL = List.of(
            "Preço",
            "Escolheu um concorrente",
            "Parou de responder",
            "Sem orçamento",
            "Não é o momento",
            "Não atende ao que precisa");

    /** More are no list that anybody reads. */
    private static final int MOST = 200;

    private static final Rows<LostReasonData> ROWS = Rows.of(LostReasonData.class, "r");
    private static final String ALL =
            "select " + ROWS.columns() + " from lost_reasons r order by r.archived, r.ordinal, r.id";
    private static final String ONE = "select " + ROWS.columns() + " from lost_reasons r where r.id = $1";
    private static final String NAMED = """
        select id from lost_reasons where name_key = normalize_search(regexp_replace($1, '\\s+', ' ', 'g'))\
        """;

    private final Tenancy tenancy;
    private final LostReasonRepository reasons;

    LostReasons(Tenancy tenancy, LostReasonRepository reasons) {
        this.tenancy = tenancy;
        this.reasons = reasons;
    }

    @Override
    public Uni<Void> setUp(Caller caller) {
        List<LostReason> all = new ArrayList<>();
        USUAL.forEach(name -> all.add(new LostReason(caller, name, all.size())));
        return tenancy.write(caller, session -> reasons.persist(all).chain(() -> session.flush()));
    }

    Uni<List<LostReasonData>> list(Caller caller) {
        return tenancy.query(caller, ALL, Tuple.tuple()).map(ROWS::all);
    }

    /** The reason, or 404. */
    Uni<LostReasonData> get(Caller caller, UUID id) {
        return tenancy.query(caller, ONE, Tuple.of(id))
                .map(ROWS::one)
                .onItem()
                .ifNull()
                .failWith(Problem::notFound);
    }

    /** A reason that somebody loses a deal for: 400 when there is none, or it is archived. */
    public Uni<LostReasonData> offered(Caller caller, String field, UUID id) {
        return tenancy.query(caller, ONE, Tuple.of(id)).map(ROWS::one).map(found -> {
            if (found == null || found.archived()) {
                throw Problem.unknownReference(field);
            }
            return found;
        });
    }

    Uni<LostReasonData> create(Caller caller, String given) {
        String name = Checks.text("name", given);
        return tenancy.write(
                caller,
                session -> reasons.allForChange()
                        .call(all -> requireFree(caller, name, null))
                        .chain(all -> {
                            if (all.size() >= MOST) {
                                throw Problem.invalid("name", "the list has " + MOST + " reasons", "range");
                            }
                            int last = all.stream()
                                    .mapToInt(LostReason::ordinal)
                                    .max()
                                    .orElse(-1);
                            return reasons.persistAndFlush(new LostReason(caller, name, last + 1));
                        })
                        .chain(made -> get(caller, made.id())));
    }

    Uni<LostReasonData> edit(Caller caller, UUID id, ExpectedVersion expected, LostReasonChanges changes) {
        return tenancy.write(
                caller,
                session -> reasons.allForChange()
                        .invoke(all -> LostReasonRepository.of(all, id).requireVersion(expected))
                        .call(all -> changes.name().value() == null
                                ? Uni.createFrom().voidItem()
                                : requireFree(
                                        caller,
                                        Checks.text("name", changes.name().value()),
                                        id))
                        .invoke(all -> {
                            LostReasonRepository.of(all, id).edit(changes);
                            changes.ordinal().ifGiven(value -> place(all, id, Checks.present("ordinal", value)));
                        })
                        .chain(() -> session.flush())
                        .chain(() -> get(caller, id)));
    }

    /** Puts it there and numbers all anew, so that none shares a place. */
    private static void place(List<LostReason> all, UUID id, int place) {
        List<LostReason> order = new ArrayList<>(all);
        order.sort(Comparator.comparingInt(LostReason::ordinal).thenComparing(LostReason::id));
        LostReason moved = LostReasonRepository.of(order, id);
        order.remove(moved);
        order.add(Math.min(place, order.size()), moved);
        for (int i = 0; i < order.size(); i++) {
            order.get(i).moveTo(i);
        }
    }

    private Uni<Void> requireFree(Caller caller, String name, @Nullable UUID own) {
        return tenancy.query(caller, NAMED, Tuple.of(name))
                .invoke(rows -> rows.forEach(row -> {
                    if (!row.getUUID("id").equals(own)) {
                        throw Problem.duplicate("name", row.getUUID("id"));
                    }
                }))
                .replaceWithVoid();
    }
}
