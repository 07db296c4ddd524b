package dev.pulso.reports.internal.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ChangeTest {

    @Test
    void a_change_is_a_difference_and_its_share_of_what_was() {
        Change grown = new Change(1_120, 1_000L);
        assertThat(grown.change()).isEqualTo(120);
        assertThat(grown.percent()).isEqualByComparingTo("12.0");
        assertThat(new Change(500, 1_000L).percent()).isEqualByComparingTo("-50.0");
        assertThat(new Change(2, 3L).percent()).isEqualByComparingTo("-33.3");
        assertThat(new Change(10_005, 10_000L).percent()).isEqualByComparingTo("0.1");
    }

    @Test
    void nothing_grows_out_of_nothing_and_nothing_is_said_of_the_unknown() {
        assertThat(new Change(5, 0L).percent()).isNull();
        assertThat(new Change(5, 0L).change()).isEqualTo(5);
        assertThat(new Change(0, 0L).percent()).isNull();
        assertThat(new Change(5, null).percent()).isNull();
        assertThat(new Change(5, null).change()).isNull();
    }
}
