package dev.pulso.edge.live;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** What the log of changes tells besides the streams. */
@ApplicationScoped
public class LiveChanges {
    private final LiveLog log;

    LiveChanges(LiveLog log) {
        this.log = log;
    }

    /** The tenants whose records have changed within the last ten minutes, on whichever node; after down time, since before. */
    public Uni<List<UUID>> tenants() {
        return log.changed();
    }
}
