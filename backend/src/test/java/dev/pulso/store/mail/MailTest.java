package dev.pulso.store.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.pulso.store.tenancy.Caller;
import dev.pulso.store.tenancy.Tenancy;
import dev.pulso.testing.Mailbox;
import dev.pulso.testing.TestTenant;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class MailTest {
    private static final Duration SOON = Duration.ofSeconds(20);

    @Inject
    Mails mails;

    @Inject
    Tenancy tenancy;

    @Inject
    Mailbox mailbox;

    private Caller caller;
    private String address;

    @BeforeEach
    void a_company() {
        TestTenant tenant = TestTenant.register();
        caller = Caller.system(tenant.id(), "test", null);
        address = "ana@" + tenant.slug() + ".example";
    }

    @Test
    void a_mail_of_a_transaction_that_fails_is_never_sent() {
        assertThatThrownBy(() -> tenancy.write(
                                caller,
                                session -> mails.send(caller, mail("failing"))
                                        .chain(() -> Uni.createFrom()
                                                .<Void>failure(new IllegalStateException("rolled back"))))
                        .await()
                        .atMost(SOON))
                .hasMessage("rolled back");
        send(mail("kept"));

        mailbox.await(address, 1);
        assertThat(mailbox.of(address)).hasSize(1);
        assertThat(row("failing")).isNull();
    }

    @Test
    void what_goes_to_many_delays_nobody_who_waits() {
        int many = 400;
        tenancy.sql(
                        caller,
                        connection -> io.smallrye.mutiny.Multi.createFrom()
                                .range(0, many)
                                .onItem()
                                .transformToUniAndConcatenate(i -> mails.sendInBulk(
                                        caller,
                                        new MailMessage(
                                                "bulk " + i, "many@" + address, "no-such-template", "pt-BR", Map.of())))
                                .collect()
                                .last())
                .await()
                .atMost(SOON);
        send(mail("waited for"));

        mailbox.await(address, 1);
        assertThat(tenancy.query(
                                caller,
                                "select count(*) from work where queue = 'mail.bulk' and failures = 0",
                                Tuple.tuple())
                        .await()
                        .atMost(SOON)
                        .iterator()
                        .next()
                        .getLong(0))
                .isPositive();
        tenancy.sql(
                        caller,
                        connection -> connection
                                .query("delete from work where queue = 'mail.bulk'")
                                .execute())
                .await()
                .atMost(SOON);
    }

    @Test
    void asking_twice_for_the_same_mail_sends_one() {
        send(mail("once"));
        send(mail("once"));
        send(mail("marker"));

        mailbox.await(address, 2);
        assertThat(mailbox.of(address)).hasSize(2);
    }

    @Test
    void what_a_mail_said_is_sealed_while_it_waits_and_forgotten_once_it_is_sent() {
        send(new MailMessage("broken", address, "no-such-template", "pt-BR", Map.of("link", "https://secret.example")));
        assertThat(row("broken").getBuffer("content").toString()).doesNotContain("secret.example");
        send(mail("sent"));

        await().atMost(SOON).until(() -> "sent".equals(row("sent").getString("status")));
        assertThat(row("sent").getBuffer("content")).isNull();
    }

    @Test
    void a_mail_that_could_not_be_sent_waits_for_another_attempt_and_says_why() {
        send(new MailMessage("broken", address, "no-such-template", "pt-BR", Map.of()));

        await().atMost(SOON).until(() -> row("broken").getString("error") != null);
        assertThat(row("broken").getString("status")).isEqualTo("queued");
        assertThat(row("broken").getInteger("attempts")).isPositive();
        // The others do not wait for it.
        send(mail("next"));
        mailbox.await(address, 1);
    }

    private MailMessage mail(String key) {
        return new MailMessage(
                key,
                address,
                "password-changed",
                "en",
                Map.of("name", "Ana", "company", "Pixel12", "link", "https://pulso.example/forgot-password"));
    }

    private void send(MailMessage mail) {
        tenancy.write(caller, session -> mails.send(caller, mail)).await().atMost(SOON);
    }

    private Row row(String key) {
        var rows = tenancy.query(
                        caller,
                        "select m.*, w.failures as attempts from mails m left join work w on w.ref = m.id where m.key = $1",
                        Tuple.of(key))
                .await()
                .atMost(SOON);
        return rows.size() == 0 ? null : rows.iterator().next();
    }
}
