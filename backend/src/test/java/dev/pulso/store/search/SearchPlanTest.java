package dev.pulso.store.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pulso.store.search.SearchStatements.Term;
import dev.pulso.store.tenancy.Caller;
import dev.pulso.store.tenancy.Tenancy;
import dev.pulso.testing.TestTenant;
import io.quarkus.arc.All;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a search looks at, as the application's role under row-level security. */
@QuarkusTest
class SearchPlanTest {
    private static final int COMMON = 20_000;

    @Inject
    Tenancy tenancy;

    @Inject
    @All
    List<SearchSource> sources;

    private Caller caller;

    @BeforeEach
    void words() {
        TestTenant tenant = TestTenant.register();
        caller = Caller.system(tenant.id(), "test", null);
        // Words of records that there are not, and of few that there are.
        await(tenancy.bookkeeping(
                caller,
                connection -> connection
                        .query("insert into search_words select '" + tenant.id()
                                + "', 'lead', word, time_ordered_uuid(), 4"
                                + " from unnest(array['silva', 'silveira', 'souza']) word, generate_series(1, " + COMMON
                                + ")")
                        .execute()));
        tenant.create("/api/crm/leads", java.util.Map.of("name", "Rara Silva"));
    }

    @Test
    void counting_and_finding_are_index_only_scans_that_begin_with_the_tenant() {
        List<JsonNode> scans = new ArrayList<>();
        scans.addAll(scans(SearchStatements.COUNTS, Tuple.of("rara sil", null, new String[] {"lead", "deal"}, 6)));
        for (SearchKind kind :
                sources.stream().flatMap(source -> source.kinds().stream()).toList()) {
            for (List<Term> terms : List.of(
                    List.of(new Term("rara", 1)),
                    List.of(new Term("rara", 1), new Term("sil", 2_001)),
                    List.of(new Term("silva", 2_001), new Term("so", 2_001)))) {
                scans.addAll(scans(SearchStatements.find(kind, terms, true), SearchStatements.values(terms, null, 5)));
            }
        }
        assertThat(scans).hasSizeGreaterThan(40).allSatisfy(scan -> {
            assertThat(scan.path("Node Type").asText()).isEqualTo("Index Only Scan");
            assertThat(scan.path("Index Cond").asText())
                    .startsWith("((tenant_id = ")
                    .contains("kind = ", "word ");
            assertThat(scan.has("Filter")).isFalse();
        });
    }

    @Test
    void a_common_word_is_looked_at_so_far_only_and_a_rare_one_saves_the_look_at_a_common_one() {
        SearchKind leads = sources.stream()
                .flatMap(source -> source.kinds().stream())
                .filter(kind -> kind.name().equals("lead"))
                .findFirst()
                .orElseThrow();
        assertThat(read(leads, List.of(new Term("silva", 2_001)), false)).isBetween(2_000L, 2_100L);
        assertThat(read(leads, List.of(new Term("sil", 2_001)), false)).isBetween(2_000L, 2_100L);
        assertThat(read(leads, List.of(new Term("rara", 1), new Term("silva", 2_001)), false))
                .isBetween(2L, 10L);
    }

    private long read(SearchKind kind, List<Term> terms, boolean limited) {
        long rows = 0;
        for (JsonNode scan :
                scans(SearchStatements.find(kind, terms, limited), SearchStatements.values(terms, null, 5))) {
            rows += Math.round(scan.path("Actual Rows").asDouble()
                    * scan.path("Actual Loops").asDouble());
        }
        return rows;
    }

    /** The looks at the words. */
    private List<JsonNode> scans(String sql, Tuple values) {
        String plan = await(tenancy.sql(
                caller,
                connection -> connection
                        .query("set local enable_seqscan = off")
                        .execute()
                        .chain(() -> connection
                                .preparedQuery("explain (analyze, timing off, format json) " + sql)
                                .execute(values))
                        .map(rows -> rows.iterator().next().getValue(0).toString())));
        List<JsonNode> found = new ArrayList<>();
        try {
            collect(new ObjectMapper().readTree(plan), found);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(plan, e);
        }
        return found;
    }

    private static void collect(JsonNode node, List<JsonNode> found) {
        if ("search_words".equals(node.path("Relation Name").asText())) {
            found.add(node);
        }
        for (JsonNode child : node) {
            collect(child, found);
        }
    }

    private static <T> T await(Uni<T> work) {
        return work.await().atMost(Duration.ofMinutes(1));
    }
}
