package dev.pulso.people.internal.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pulso.testing.PackagedApp;
import dev.pulso.testing.PackagedCompany;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RecoveryPackagedTest {
    private static final String MAIL = "mail to ana@provedor.example: Nova senha";
    private static final String WAITING = "select (select count(*) from recovery_requests) + (select count(*) from work"
            + " where queue = '" + RecoveryRequests.QUEUE + "')";

    @Test
    void what_was_answered_is_done_though_the_process_was_killed_and_leaves_nothing_of_who_nobody_knows()
            throws Exception {
        try (PackagedApp app = new PackagedApp("-Dpulso.work.lease=PT5S", "-Dpulso.work.beat=1s");
                Connection superuser = app.superuser();
                Statement sql = superuser.createStatement()) {
            app.start();
            PackagedCompany.register(app).close();
            // Nobody is handed out work of this kind.
            sql.execute("select pg_advisory_lock(hashtextextended('" + RecoveryRequests.QUEUE + "', 21))");
            forgot(app, "ana@provedor.example");
            forgot(app, "nobody@provedor.example");
            app.kill();
            assertThat(app.log()).doesNotContain(MAIL);
            assertThat(count(sql)).as("two requests and their work").isEqualTo(4);

            sql.execute("select pg_advisory_unlock_all()");
            app.start();
            await().atMost(Duration.ofMinutes(1)).until(() -> app.log().contains(MAIL) && count(sql) == 0);
            assertThat(app.log()).containsOnlyOnce(MAIL).doesNotContain("mail to nobody@");
        }
    }

    private static void forgot(PackagedApp app, String email) {
        app.api(null)
                .body(Map.of("email", email))
                .post("/api/auth/forgot-password")
                .then()
                .statusCode(202);
    }

    private static long count(Statement sql) throws SQLException {
        try (ResultSet rows = sql.executeQuery(WAITING)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
