package dev.pulso.store.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pulso.store.tenancy.Caller;
import dev.pulso.store.tenancy.Tenancy;
import dev.pulso.testing.DeadLetter;
import dev.pulso.testing.Person;
import dev.pulso.testing.TestTenant;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DeadLetterTest {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final String LETTERS = "/api/work/dead-letters";

    @Inject
    Tenancy tenancy;

    @Inject
    WorkQueue queue;

    @Inject
    ProbeDelivery delivery;

    private TestTenant tenant;

    @BeforeEach
    void a_company() {
        tenant = TestTenant.register();
    }

    @Test
    void what_has_failed_for_good_is_listed_tried_again_and_then_done() {
        UUID ref = UUID.randomUUID();
        delivery.failFor(ref, 3);
        put(ref);
        await().atMost(SOON).until(() -> tenant.get(LETTERS).getList("data").size() == 1);

        JsonPath letters = tenant.get(LETTERS + "?queue=" + ProbeDelivery.QUEUE);
        assertThat(letters.getString("data[0].reference_id")).isEqualTo(ref.toString());
        assertThat(letters.getInt("data[0].attempts")).isEqualTo(3);
        assertThat(letters.getString("data[0].error")).isEqualTo("IllegalStateException");
        assertThat(letters.getString("data[0].event_type")).isNull();
        assertThat(tenant.get(LETTERS + "?queue=mail").getList("data")).isEmpty();

        tenant.api()
                .post(LETTERS + "/" + letters.getString("data[0].id") + "/retry")
                .then()
                .statusCode(204);
        await().atMost(SOON).until(() -> delivery.keysOf(ref).size() == 4);
        assertThat(delivery.keysOf(ref)).containsOnly(delivery.keysOf(ref).getFirst());
        assertThat(tenant.get(LETTERS).getList("data")).isEmpty();
    }

    @Test
    void what_is_dropped_is_gone_and_nobody_else_can_do_it() {
        UUID letter = DeadLetter.in(tenant);
        TestTenant other = TestTenant.register();
        assertThat(other.get(LETTERS).getList("data")).isEmpty();
        other.api().delete(LETTERS + "/" + letter).then().statusCode(404);
        other.api().post(LETTERS + "/" + letter + "/retry").then().statusCode(404);
        Person viewer = Person.join(tenant, "viewer");
        viewer.api().delete(LETTERS + "/" + letter).then().statusCode(403);

        tenant.api().delete(LETTERS + "/" + letter).then().statusCode(204);
        tenant.api().delete(LETTERS + "/" + letter).then().statusCode(404);
        assertThat(tenant.get(LETTERS).getList("data")).isEmpty();
    }

    @Test
    void work_that_is_still_tried_is_no_dead_letter() {
        UUID ref = UUID.randomUUID();
        tenancy.sql(caller(), connection -> queue.put(connection, caller(), "test-nobody", ref, ref))
                .await()
                .atMost(SOON);
        assertThat(tenant.get(LETTERS).getList("data")).isEmpty();
    }

    private void put(UUID ref) {
        tenancy.sql(caller(), connection -> queue.put(connection, caller(), ProbeDelivery.QUEUE, ref, ref))
                .await()
                .atMost(SOON);
    }

    private Caller caller() {
        return Caller.system(tenant.id(), "test", null);
    }
}
