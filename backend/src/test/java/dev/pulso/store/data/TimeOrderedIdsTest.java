package dev.pulso.store.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pulso.store.tenancy.Caller;
import dev.pulso.store.tenancy.Tenancy;
import dev.pulso.testing.TestTenant;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The ids that the database gives to what it writes itself: history and audit are read in their order. */
@QuarkusTest
class TimeOrderedIdsTest {
    /** Each id is made some microseconds after the one before it. */
    private static final String MADE = """
            with recursive made (n, id) as (
                select 1, time_ordered_uuid()
                union all
                select n + 1, time_ordered_uuid() from made where n < 2000
            )
            select id from made order by n""";

    @Inject
    Tenancy tenancy;

    @Test
    void ids_that_are_made_one_after_the_other_sort_in_that_order_and_tell_their_time() {
        Instant before = Instant.now();
        List<UUID> ids = new ArrayList<>();
        tenancy.query(Caller.system(TestTenant.register().id(), "test", null), MADE, Tuple.tuple())
                .await()
                .atMost(Duration.ofSeconds(10))
                .forEach(row -> ids.add(row.getUUID("id")));

        assertThat(ids).hasSize(2000).allSatisfy(id -> {
            assertThat(id.version()).isEqualTo(7);
            assertThat(id.variant()).isEqualTo(2);
        });
        List<String> texts = ids.stream().map(UUID::toString).toList();
        long outOfOrder = IntStream.range(1, texts.size())
                .filter(i -> texts.get(i - 1).compareTo(texts.get(i)) > 0)
                .count();
        // Two within one microsecond of the clock come in either order; to the millisecond it would be nearly half of
        // them.
        assertThat(outOfOrder).isLessThan(100);
        assertThat(Instant.ofEpochMilli(ids.getFirst().getMostSignificantBits() >>> 16))
                .isBetween(before.minusMillis(2), Instant.now().plusMillis(2));
    }
}
