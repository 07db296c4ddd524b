package dev.pulso.crm.internal.imports;

import dev.pulso.crm.internal.pipeline.StageType;
import dev.pulso.store.imports.Names;
import dev.pulso.store.tenancy.Caller;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Many deals with one statement each way. */
@ApplicationScoped
class DealBatch {
    // Before any deal, like everybody who puts cards somewhere: nobody waits for a stage holding a card.
    private static final String LOCK_STAGES = "select id from stages where pipeline_id = $1 order by id for key share";
    private static final String FIND = """
        select id, external_id, pipeline_id, currency, title, amount_cents, stage_id, status, company_id, contact_id,
               owner_id, expected_close_on, closed_on, lost_reason
        from deals where external_source = 'default' and external_id = any($1) for no key update\
        """;
    private static final String OWNERS = """
        select u.id, u.name from user_names u
        where u.present and normalize_search(u.name) in (select normalize_search(n) from unnest($1::text[]) as n)
        order by u.id desc\
        """;
    private static final String LAST_POSITIONS = """
        select s.id, d.position from unnest($1::uuid[]) as s(id) cross join lateral (
            select d.position from deals d where d.stage_id = s.id order by d.position desc, d.id desc limit 1
        ) d\
        """;
    // A day begins at the tenant's midnight.
    private static final String INSERT = """
        insert into deals (tenant_id, pipeline_id, currency, id, external_id, title, amount_cents, stage_id, status,
            position, company_id, contact_id, owner_id, expected_close_on, closed_on, lost_reason, created_at,
            stage_entered_at)
        select $1, $2, $3, n.id, n.external_id, n.title, n.amount_cents, n.stage_id, n.status, n.position, n.company_id,
               n.contact_id, n.owner_id, n.expected_close_on, n.closed_on, n.lost_reason,
               coalesce(n.created_on::timestamp at time zone $4, app_now()),
               coalesce(n.closed_on::timestamp at time zone $4, n.created_on::timestamp at time zone $4, app_now())
        from unnest($5::uuid[], $6::text[], $7::text[], $8::bigint[], $9::uuid[], $10::text[], $11::text[],
                $12::uuid[], $13::uuid[], $14::uuid[], $15::date[], $16::date[], $17::text[], $18::date[])
            as n(id, external_id, title, amount_cents, stage_id, status, position, company_id, contact_id, owner_id,
                expected_close_on, closed_on, lost_reason, created_on)\
        """;
    private static final String UPDATE = """
        update deals d
        set title = n.title, amount_cents = n.amount_cents,
            amount_source = case when n.amount_cents = d.amount_cents then d.amount_source else 'manual' end, stage_id = n.stage_id, status = n.status,
            position = coalesce(n.position, d.position), company_id = n.company_id, contact_id = n.contact_id,
            owner_id = n.owner_id, expected_close_on = n.expected_close_on, closed_on = n.closed_on,
            lost_reason = n.lost_reason,
            stage_entered_at = case when n.position is null then d.stage_entered_at
                                    else coalesce(n.closed_on::timestamp at time zone $1, app_now()) end,
            version = d.version + 1, updated_at = app_now()
        from unnest($2::uuid[], $3::text[], $4::bigint[], $5::uuid[], $6::text[], $7::text[], $8::uuid[], $9::uuid[],
                $10::uuid[], $11::date[], $12::date[], $13::text[])
            as n(id, title, amount_cents, stage_id, status, position, company_id, contact_id, owner_id,
                expected_close_on, closed_on, lost_reason)
        where d.id = n.id\
        """;

    Uni<Void> lockStages(SqlConnection connection, UUID pipelineId) {
        return connection
                .preparedQuery(LOCK_STAGES)
                .execute(Tuple.of(pipelineId))
                .replaceWithVoid();
    }

    /** Deals by their external id. */
    Uni<Map<String, DealRows.Existing>> find(SqlConnection connection, List<String> externalIds) {
        Map<String, DealRows.Existing> found = new HashMap<>();
        if (externalIds.isEmpty()) {
            return Uni.createFrom().item(found);
        }
        return connection
                .preparedQuery(FIND)
                .execute(Tuple.tuple().addArrayOfString(externalIds.toArray(String[]::new)))
                .map(rows -> {
                    rows.forEach(row -> found.put(row.getString("external_id"), existing(row)));
                    return found;
                });
    }

    /** People of the tenant by the key of their name. */
    Uni<Map<String, UUID>> owners(SqlConnection connection, List<String> names) {
        Map<String, UUID> found = new HashMap<>();
        if (names.isEmpty()) {
            return Uni.createFrom().item(found);
        }
        return connection
                .preparedQuery(OWNERS)
                .execute(Tuple.tuple().addArrayOfString(names.toArray(String[]::new)))
                .map(rows -> {
                    rows.forEach(row -> found.put(Names.key(row.getString("name")), row.getUUID("id")));
                    return found;
                });
    }

    /** The key of the last card of each stage that has one. */
    Uni<Map<UUID, String>> lastPositions(SqlConnection connection, List<UUID> stageIds) {
        Map<UUID, String> last = new HashMap<>();
        if (stageIds.isEmpty()) {
            return Uni.createFrom().item(last);
        }
        return connection
                .preparedQuery(LAST_POSITIONS)
                .execute(Tuple.tuple().addArrayOfUUID(stageIds.toArray(UUID[]::new)))
                .map(rows -> {
                    rows.forEach(row -> last.put(row.getUUID("id"), row.getString("position")));
                    return last;
                });
    }

    Uni<Void> insert(
            SqlConnection connection,
            Caller caller,
            UUID pipelineId,
            String currency,
            ZoneId zone,
            List<DealRows.Card> cards) {
        if (cards.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Tuple values = Tuple.of(caller.tenantId(), pipelineId, currency, zone.getId())
                .addArrayOfUUID(uuids(cards, DealRows.Card::id))
                .addArrayOfString(texts(cards, DealRows.Card::externalId));
        addStates(values, cards)
                .addArrayOfLocalDate(
                        cards.stream().map(DealRows.Card::createdOn).toArray(LocalDate[]::new));
        return connection.preparedQuery(INSERT).execute(values).replaceWithVoid();
    }

    Uni<Void> update(SqlConnection connection, ZoneId zone, List<DealRows.Card> cards) {
        if (cards.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Tuple values = addStates(Tuple.of(zone.getId()).addArrayOfUUID(uuids(cards, DealRows.Card::id)), cards);
        return connection.preparedQuery(UPDATE).execute(values).replaceWithVoid();
    }

    private static Tuple addStates(Tuple values, List<DealRows.Card> cards) {
        return values.addArrayOfString(texts(cards, card -> card.state().title()))
                .addArrayOfLong(
                        cards.stream().map(card -> card.state().amountCents()).toArray(Long[]::new))
                .addArrayOfUUID(uuids(cards, card -> card.state().stageId()))
                .addArrayOfString(texts(cards, card -> card.state().type().name()))
                .addArrayOfString(texts(cards, DealRows.Card::position))
                .addArrayOfUUID(uuids(cards, card -> card.state().companyId()))
                .addArrayOfUUID(uuids(cards, card -> card.state().contactId()))
                .addArrayOfUUID(uuids(cards, card -> card.state().ownerId()))
                .addArrayOfLocalDate(dates(cards, card -> card.state().expectedCloseOn()))
                .addArrayOfLocalDate(dates(cards, card -> card.state().closedOn()))
                .addArrayOfString(texts(cards, card -> card.state().lostReason()));
    }

    private static DealRows.Existing existing(Row row) {
        return new DealRows.Existing(
                row.getUUID("id"),
                row.getUUID("pipeline_id"),
                row.getString("currency"),
                new DealRows.State(
                        row.getString("title"),
                        row.getLong("amount_cents"),
                        row.getUUID("stage_id"),
                        StageType.valueOf(row.getString("status")),
                        row.getUUID("company_id"),
                        row.getUUID("contact_id"),
                        row.getUUID("owner_id"),
                        row.getLocalDate("expected_close_on"),
                        row.getLocalDate("closed_on"),
                        row.getString("lost_reason")));
    }

    private static UUID[] uuids(List<DealRows.Card> cards, Function<DealRows.Card, @Nullable UUID> id) {
        return cards.stream().map(id).toArray(UUID[]::new);
    }

    private static String[] texts(List<DealRows.Card> cards, Function<DealRows.Card, @Nullable String> text) {
        return cards.stream().map(text).toArray(String[]::new);
    }

    private static LocalDate[] dates(List<DealRows.Card> cards, Function<DealRows.Card, @Nullable LocalDate> date) {
        return cards.stream().map(date).toArray(LocalDate[]::new);
    }
}
