package dev.pulso.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pulso.testing.PackagedApp;
import dev.pulso.testing.PackagedCompany;
import java.net.ConnectException;
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

    @Test
    void a_stop_under_load_answers_every_request_it_has_taken() throws Exception {
        try (PackagedApp app = new PackagedApp().start();
                PackagedCompany company = PackagedCompany.register(app)) {
            AtomicInteger created = new AtomicInteger();
            List<String> lost = new CopyOnWriteArrayList<>();
            AtomicBoolean stopped = new AtomicBoolean();
            ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
            for (int i = 0; i < CLIENTS; i++) {
                clients.execute(() -> {
                    while (!stopped.get()) {
                        create(company, created, lost);
                    }
                });
            }
            await().atMost(Duration.ofMinutes(1)).until(() -> created.get() > 100);

            app.terminate();
            stopped.set(true);
            clients.shutdown();
            assertThat(clients.awaitTermination(1, TimeUnit.MINUTES)).isTrue();

            assertThat(lost).isEmpty();
            assertThat(company.ask("select count(*) from leads")).isEqualTo(created.get());
        }
    }

    /** Each on a connection of its own: one that cannot be made, or is told to come again, has lost nothing. */
    private static void create(PackagedCompany company, AtomicInteger created, List<String> lost) {
        try {
            int status =
                    company.api().body(Map.of("name", "Ana")).post("/api/crm/leads").statusCode();
            if (status == 201) {
                created.incrementAndGet();
            } else if (status != 503) {
                lost.add("answered " + status);
            }
        } catch (Exception e) {
            if (!(e instanceof ConnectException)) {
                lost.add(e.toString());
            }
        }
    }
}
