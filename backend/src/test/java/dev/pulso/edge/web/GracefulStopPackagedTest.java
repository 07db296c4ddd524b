package dev.pulso.edge.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pulso.testing.PackagedApp;
import dev.pulso.testing.PackagedCompany;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class GracefulStopPackagedTest {
    private static final int CLIENTS = 8;
    private static final Duration A_MINUTE = Duration.ofMinutes(1);

    @Test
    void a_stop_under_load_behind_a_balancer_loses_no_request() throws Exception {
        try (PackagedApp app = new PackagedApp("-Dquarkus.shutdown.delay=3S").start();
                PackagedCompany company = PackagedCompany.register(app)) {
            AtomicInteger created = new AtomicInteger();
            List<String> lost = new CopyOnWriteArrayList<>();
            ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
            AtomicBoolean inService = new AtomicBoolean(true);
            for (int i = 0; i < CLIENTS; i++) {
                clients.execute(() -> {
                    while (inService.get()) {
                        create(company, created, lost);
                    }
                });
            }
            await().atMost(A_MINUTE).until(() -> created.get() > 100);

            app.askToStop();
            // As a balancer does: no new requests for a node that is not ready, those under way are waited for.
            await().atMost(A_MINUTE)
                    .pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(50))
                    .until(() -> !app.isReady());
            inService.set(false);
            clients.shutdown();
            assertThat(clients.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
            app.awaitEnd();

            assertThat(lost).isEmpty();
            assertThat(company.ask("select count(*) from leads")).isEqualTo(created.get());
        }
    }

    private static void create(PackagedCompany company, AtomicInteger created, List<String> lost) {
        try {
            int status = company.api()
                    .body(Map.of("name", "Ana"))
                    .post("/api/crm/leads")
                    .statusCode();
            if (status == 201) {
                created.incrementAndGet();
            } else {
                lost.add("answered " + status);
            }
        } catch (Exception e) {
            lost.add(e.toString());
        }
    }
}
