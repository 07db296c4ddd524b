package dev.pulso.files.internal;

import dev.pulso.files.internal.AttachedTo.Kind;
import dev.pulso.store.timeline.TimelineEntry;
import dev.pulso.store.timeline.TimelineSource;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Files that were attached to a record and are still there. */
@ApplicationScoped
class FileTimeline implements TimelineSource {
    private static final String STATEMENT = """
        select f.created_at as at, f.id, f.created_by_id as made_by_id, f.name, f.media_type, f.size_bytes
        from files f where f.%s = $1 and (f.created_at, f.id) < ($2, $3)
        order by f.created_at desc, f.id desc limit $4\
        """;

    @Override
    public String kind() {
        return "file";
    }

    @Override
    public String permission() {
        return "files.files:read";
    }

    @Override
    public Map<String, String> statements() {
        return Stream.of(Kind.values())
                .collect(Collectors.toUnmodifiableMap(Kind::records, kind -> STATEMENT.formatted(kind.field())));
    }

    @Override
    public TimelineEntry read(Row row) {
        return new TimelineEntry(
                row.getUUID("id"),
                kind(),
                "created",
                row.getOffsetDateTime("at").toInstant(),
                row.getUUID("made_by_id"),
                "file",
                row.getUUID("id"),
                row.getString("name"),
                null,
                null,
                Map.of("media_type", row.getString("media_type"), "size_bytes", row.getLong("size_bytes")));
    }
}
