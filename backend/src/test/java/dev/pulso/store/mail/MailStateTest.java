package dev.pulso.store.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class MailStateTest {
    @Test
    void where_nothing_is_sent_nobody_is_told_that_it_was() {
        for (String status : new String[] {"queued", "sent", "failed"}) {
            assertThat(MailState.of(status, false)).isEqualTo(MailState.NOT_SET_UP);
        }
        assertThat(MailState.of("queued", true)).isEqualTo(MailState.WAITING);
        assertThat(MailState.of("sent", true)).isEqualTo(MailState.SENT);
        assertThat(MailState.of("failed", true)).isEqualTo(MailState.FAILED);
        assertThatThrownBy(() -> MailState.of("lost", true)).isInstanceOf(IllegalStateException.class);
    }
}
