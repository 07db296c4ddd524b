package dev.pulso.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.ConcurrentMap;
import org.junit.jupiter.api.Test;

class BoundedTest {

    @Test
    void a_flood_of_keys_takes_no_more_room_and_leaves_what_is_used() {
        ConcurrentMap<String, Integer> map = Bounded.map(100);
        map.put("used", 1);
        for (int i = 0; i < 10_000; i++) {
            map.put("flood " + i, i);
            assertThat(map.get("used")).isEqualTo(1);
        }
        assertThat(map).hasSizeLessThanOrEqualTo(100);
    }
}
