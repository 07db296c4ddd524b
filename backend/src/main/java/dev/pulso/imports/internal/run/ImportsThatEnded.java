package dev.pulso.imports.internal.run;

import dev.pulso.imports.ImportFinished;
import dev.pulso.store.notification.NewNotification;
import dev.pulso.store.notification.NotificationSource;
import dev.pulso.store.outbox.DomainEvent;
import dev.pulso.store.tenancy.Caller;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Who has ordered an import is told that it is done. */
@ApplicationScoped
class ImportsThatEnded implements NotificationSource {
    @Override
    public String kind() {
        return "import_finished";
    }

    @Override
    public Set<String> types() {
        return Set.of(ImportFinished.TYPE);
    }

    @Override
    public String permission() {
        return "imports.imports:read";
    }

    @Override
    public boolean tellsWhoDidIt() {
        return true;
    }

    @Override
    public Map<String, String> sentences() {
        return Map.of(
                "pt-BR", "A importação terminou: {record_count} registros, {refused_count} linhas com erro",
                "en", "The import is done: {record_count} records, {refused_count} rows with errors");
    }

    @Override
    public Uni<List<NewNotification>> of(Caller system, DomainEvent event) {
        String person = event.payload().getString("ordered_by_id");
        return Uni.createFrom()
                .item(
                        person == null
                                ? List.of()
                                : List.of(NewNotification.to(UUID.fromString(person), "imports", event.aggregateId())
                                        .with(
                                                "record_count",
                                                event.payload().getLong("created_count")
                                                        + event.payload().getLong("updated_count"))
                                        .with("refused_count", event.payload().getLong("failed_count"))
                                        .with("status", event.payload().getString("status"))));
    }
}
