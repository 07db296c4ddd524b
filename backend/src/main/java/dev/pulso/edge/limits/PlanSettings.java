package dev.pulso.edge.limits;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithParentName;
import java.util.Map;

/** {@code pulso.plans.<name>.*}: the plans of this installation. */
@ConfigMapping(prefix = "pulso.plans")
interface PlanSettings {
    @WithParentName
    Map<String, Limits> plans();

    interface Limits {
        long requestsPerMinute();

        int concurrency();

        MemorySize storage();
    }
}
