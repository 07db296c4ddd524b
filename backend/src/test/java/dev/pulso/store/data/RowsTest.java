package dev.pulso.store.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pulso.kernel.Change;
import dev.pulso.kernel.Records;
import dev.pulso.store.tenancy.Caller;
import dev.pulso.store.tenancy.Tenancy;
import dev.pulso.testing.TestTenant;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RowsTest {
    enum Mood {
        good,
        bad
    }

    @RegisterForReflection
    record Inner(UUID id, Mood mood, @Nullable String taxId) {}

    @RegisterForReflection
    record Outer(
            Inner inner,
            long totalCents,
            @Nullable Integer termMonths,
            boolean open,
            BigDecimal share,
            @Nullable LocalDate dueOn,
            Instant createdAt,
            String companyName,
            java.util.List<String> tags) {}

    record Unregistered(UUID id) {}

    @RegisterForReflection
    record Unreadable(Thread id) {}

    private static final Rows<Outer> ROWS = Rows.of(Outer.class, "r")
            .from("companyName", "upper(r.company)")
            .with("tags", row -> java.util.List.of(row.getArrayOfStrings("tags")));

    @Inject
    Tenancy tenancy;

    @Test
    void a_row_is_read_into_the_record_that_names_its_columns() {
        UUID id = UUID.randomUUID();
        Row row = row(
                "select " + ROWS.columns()
                        + ", r.tags from (select $1::uuid as id, 'bad' as mood, null::text as tax_id,"
                        + " 9007199254740991 as total_cents, null::int as term_months, true as open, 0.30 as share,"
                        + " date '2026-02-28' as due_on, timestamptz '2026-11-30 12:00:00+00' as created_at,"
                        + " 'acme' as company, array['a', 'b'] as tags) r",
                id);
        assertThat(ROWS.read(row))
                .isEqualTo(new Outer(
                        new Inner(id, Mood.bad, null),
                        9_007_199_254_740_991L,
                        null,
                        true,
                        new BigDecimal("0.30"),
                        LocalDate.of(2026, 2, 28),
                        Instant.parse("2026-11-30T12:00:00Z"),
                        "ACME",
                        java.util.List.of("a", "b")));
    }

    @Test
    void what_cannot_be_read_is_said_at_the_start() {
        assertThatThrownBy(() -> Rows.of(Unregistered.class, "r")).hasMessageContaining("@RegisterForReflection");
        assertThatThrownBy(() -> Rows.of(Unreadable.class, "r").columns()).hasMessageContaining("Thread");
        assertThatThrownBy(() -> ROWS.from("nothing", "1")).hasMessageContaining("nothing");
    }

    @Test
    void a_record_is_made_and_changed_by_the_names_of_its_components() {
        Inner made = Records.of(Inner.class, Map.of("mood", Mood.good));
        assertThat(made).isEqualTo(new Inner(null, Mood.good, null));
        assertThat(Records.with(made, "taxId", "7")).isEqualTo(new Inner(null, Mood.good, "7"));
        assertThatThrownBy(() -> Records.with(made, "tax", "7")).hasMessageContaining("tax");
        assertThatThrownBy(() -> Records.of(Inner.class, Map.of("tax", "7"))).hasMessageContaining("tax");
        assertThat(Records.constant(Mood.class, "BAD")).isEqualTo(Mood.bad);
    }

    @RegisterForReflection
    record Fresh(@Nullable String taxId, Mood mood, UUID id) {}

    @RegisterForReflection
    record Edit(Change<String> taxId, Change<Mood> mood, String beside) {}

    @Test
    void a_new_record_is_the_changes_of_one_of_which_nothing_is_known() {
        Fresh fresh = new Fresh(null, Mood.bad, UUID.randomUUID());
        assertThat(Records.changes(Edit.class, fresh, Map.of("beside", "x"), "id"))
                .isEqualTo(new Edit(Change.to(null), Change.to(Mood.bad), "x"));
        assertThatThrownBy(() -> Records.changes(Edit.class, fresh, Map.of("beside", "x")))
                .hasMessageContaining("id");
        assertThatThrownBy(() -> Records.changes(Edit.class, fresh, Map.of(), "id"))
                .hasMessageContaining("beside");
    }

    @RegisterForReflection
    record Known(UUID id, External external) {}

    @Test
    void what_other_systems_keep_is_read_with_the_record() {
        UUID id = UUID.randomUUID();
        Rows<Known> rows = Rows.of(Known.class, "r");
        Row row = row(
                "select " + rows.columns()
                        + " from (select $1::uuid as id, 'erp' as external_source, 'k-7' as external_id,"
                        + " '{\"a\": \"b\"}' as metadata) r",
                id);
        assertThat(rows.read(row)).isEqualTo(new Known(id, new External("erp", "k-7", Map.of("a", "b"))));
    }

    @RegisterForReflection
    record Line(
            UUID id,
            Mood mood,
            BigDecimal share,
            long totalCents,
            @Nullable Integer termMonths,
            boolean open,
            @Nullable LocalDate dueOn,
            Instant createdAt,
            External external) {}

    @RegisterForReflection
    record Owner(UUID id, java.util.List<Line> lines) {}

    @Test
    void records_inside_a_record_are_read_in_the_same_statement_in_their_order() {
        UUID id = UUID.randomUUID();
        Rows<Owner> rows = Rows.of(Owner.class, "o")
                .list(
                        "lines",
                        Rows.of(Line.class, "l").from("share", "l.part"),
                        "(select gen.n, md5(gen.n::text)::uuid as id, 'bad' as mood, 0.3000 as part,"
                                + " 9007199254740991 as total_cents, null::int as term_months, gen.n = 1 as open,"
                                + " null::date as due_on, timestamptz '2026-11-30 12:00:00.5+00' as created_at,"
                                + " 'erp' as external_source, 'k-' || gen.n as external_id, '{\"a\": \"b\"}' as metadata,"
                                + " o.id as owner from generate_series(1, 2) gen (n)) l where l.owner = o.id",
                        "l.n desc");
        Owner owner = rows.read(row("select " + rows.columns() + " from (select $1::uuid as id) o", id));
        assertThat(owner.id()).isEqualTo(id);
        assertThat(owner.lines()).extracting(Line::open).containsExactly(false, true);
        assertThat(owner.lines().getLast())
                .isEqualTo(new Line(
                        owner.lines().getLast().id(),
                        Mood.bad,
                        new BigDecimal("0.3000"),
                        9_007_199_254_740_991L,
                        null,
                        true,
                        null,
                        Instant.parse("2026-11-30T12:00:00.5Z"),
                        new External("erp", "k-1", Map.of("a", "b"))));
        Rows<Owner> none = Rows.of(Owner.class, "o")
                .list("lines", Rows.of(Line.class, "l"), "(select null::uuid as id where false) l", "l.id");
        assertThatThrownBy(() -> row("select " + none.columns() + " from (select $1::uuid as id) o", id))
                .hasMessageContaining("mood");
    }

    private Row row(String sql, UUID id) {
        Caller caller = Caller.system(TestTenant.register().id(), "test", null);
        return tenancy.query(caller, sql, Tuple.of(id))
                .map(rows -> rows.iterator().next())
                .await()
                .atMost(Duration.ofSeconds(30));
    }
}
