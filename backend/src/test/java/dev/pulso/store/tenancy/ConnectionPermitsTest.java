package dev.pulso.store.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pulso.store.tenancy.ConnectionPermits.Permit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Who gets a connection, without any. */
class ConnectionPermitsTest {
    private final AtomicLong nanos = new AtomicLong();
    private final ConnectionPermits permits = new ConnectionPermits(20, nanos::get);
    private final List<UUID> served = new ArrayList<>();

    private Permit ask(UUID tenant, boolean background) {
        return permits.ask(tenant, background, () -> false, given -> {
            assertThat(given).isTrue();
            served.add(tenant);
        });
    }

    private static UUID tenant(int number) {
        return new UUID(7, number);
    }

    @Test
    void one_tenant_has_two_fifths_and_a_fifth_in_the_background() {
        List<Permit> people = new ArrayList<>();
        List<Permit> work = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            people.add(ask(tenant(1), false));
            work.add(ask(tenant(1), true));
        }
        assertThat(people).filteredOn(Permit::held).hasSize(8);
        assertThat(work).filteredOn(Permit::held).hasSize(4);
        assertThat(ask(tenant(2), false).held()).isTrue();
        assertThat(people.getLast().waitsForItself()).isTrue();
    }

    @Test
    void the_background_of_all_leaves_the_rest_to_people_and_two_are_kept() {
        for (int i = 0; i < 50; i++) {
            ask(tenant(i), true);
        }
        assertThat(permits.taken()).isEqualTo(8);
        for (int i = 0; i < 50; i++) {
            ask(tenant(i), false);
        }
        assertThat(permits.taken()).isEqualTo(18);
        assertThat(permits.ask(null, false, () -> false, given -> {}).held()).isTrue();
        assertThat(permits.ask(null, false, () -> false, given -> {}).held()).isFalse();
        assertThat(permits.taken()).isEqualTo(19);
    }

    @Test
    void lines_are_served_in_turn_however_long_one_of_them_is() {
        List<Permit> held = new ArrayList<>();
        for (int i = 0; i < 18; i++) {
            held.add(ask(tenant(100 + i), false));
        }
        for (int i = 0; i < 1_000; i++) {
            ask(tenant(1), false);
        }
        ask(tenant(2), false);
        ask(tenant(3), false);
        held.subList(0, 4).forEach(Permit::release);
        assertThat(served).containsExactly(tenant(1), tenant(2), tenant(3), tenant(1));
    }

    @Test
    void the_background_has_every_other_turn_while_both_wait() {
        List<Permit> held = new ArrayList<>();
        for (int i = 0; i < 18; i++) {
            held.add(ask(tenant(100 + i), false));
        }
        for (int i = 0; i < 10; i++) {
            ask(tenant(1), true);
            ask(tenant(2 + i), false);
        }
        held.subList(0, 6).forEach(Permit::release);
        assertThat(served).filteredOn(tenant(1)::equals).hasSize(3);
    }

    @Test
    void who_leaves_the_line_or_is_not_wanted_any_more_gets_none() {
        List<Permit> held = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            held.add(ask(tenant(1), false));
        }
        Permit late = ask(tenant(1), false);
        List<Boolean> told = new ArrayList<>();
        Permit unwanted = permits.ask(tenant(1), false, () -> true, told::add);
        Permit last = ask(tenant(1), false);
        assertThat(late.withdraw()).isTrue();
        assertThat(late.withdraw()).isFalse();
        held.getFirst().release();
        held.getFirst().release();
        assertThat(told).containsExactly(false);
        assertThat(unwanted.held()).isFalse();
        assertThat(last.held()).isTrue();
        assertThat(permits.taken()).isEqualTo(8);
        held.forEach(Permit::release);
        last.release();
        assertThat(permits.taken()).isZero();
        assertThat(permits.known()).isZero();
    }

    @Test
    void a_pool_from_which_nothing_comes_back_is_stuck_only_while_others_wait() {
        List<Permit> held = new ArrayList<>();
        for (int i = 0; i < 18; i++) {
            held.add(ask(tenant(i), false));
        }
        nanos.addAndGet(60_000_000_000L);
        assertThat(permits.stuckNanos()).isZero();
        ask(tenant(90), false);
        assertThat(permits.stuckNanos()).isEqualTo(60_000_000_000L);
        // What goes on without a tenant helps none of them.
        permits.ask(null, false, () -> false, given -> {}).release();
        assertThat(permits.stuckNanos()).isEqualTo(60_000_000_000L);
        held.getFirst().release();
        assertThat(permits.stuckNanos()).isZero();
        nanos.addAndGet(5);
        // Nobody waits for the pool: one waits for its own share, which is its own matter.
        for (int i = 0; i < 9; i++) {
            held.get(1 + i).release();
            ask(tenant(91), false);
        }
        assertThat(permits.stuckNanos()).isZero();
    }

    @Test
    void whatever_happens_in_whatever_order_the_bounds_hold_and_all_come_back() {
        Random random = new Random(11);
        List<Permit> asked = new ArrayList<>();
        for (int round = 0; round < 20_000; round++) {
            if (random.nextInt(5) < 3 || asked.isEmpty()) {
                UUID who = random.nextInt(10) == 0 ? null : tenant(random.nextInt(6));
                boolean background = who != null && random.nextInt(3) == 0;
                boolean unwanted = random.nextInt(10) == 0;
                asked.add(permits.ask(who, background, () -> unwanted, given -> {}));
            } else {
                Permit one = asked.remove(random.nextInt(asked.size()));
                if (!one.withdraw()) {
                    one.release();
                }
            }
            assertThat(permits.taken()).isBetween(0, 19);
            for (int i = 0; i < 6; i++) {
                assertThat(permits.takenBy(tenant(i))).isBetween(0, 12);
            }
        }
        // Nobody waits while there is one that it may have.
        asked.forEach(one -> {
            if (!one.withdraw()) {
                one.release();
            }
        });
        assertThat(permits.taken()).isZero();
        assertThat(permits.waiting()).isZero();
        assertThat(permits.known()).isZero();
    }
}
