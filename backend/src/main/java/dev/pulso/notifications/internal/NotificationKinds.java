package dev.pulso.notifications.internal;

import dev.pulso.store.notification.NotificationMail;
import dev.pulso.store.notification.NotificationSource;
import dev.pulso.store.tenancy.Caller;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The kinds that modules bring. */
@ApplicationScoped
class NotificationKinds {
    private final List<NotificationSource> sources;
    private final Map<String, NotificationSource> byKind = new LinkedHashMap<>();

    NotificationKinds(@All List<NotificationSource> sources) {
        // By their names, so that every node has one order.
        this.sources = sources.stream()
                .sorted(Comparator.comparing(source -> source.getClass().getName()))
                .toList();
        new TreeMap<>(this.sources.stream().collect(Collectors.groupingBy(NotificationSource::kind)))
                .forEach((kind, all) -> byKind.put(kind, all.getFirst()));
    }

    Set<String> types() {
        return sources.stream().flatMap(source -> source.types().stream()).collect(Collectors.toUnmodifiableSet());
    }

    List<NotificationSource> of(String type) {
        return sources.stream().filter(source -> source.types().contains(type)).toList();
    }

    /** All kinds. */
    List<String> kinds() {
        return new ArrayList<>(byKind.keySet());
    }

    NotificationMail usualMail(String kind) {
        return source(kind).mail();
    }

    /** How a mail may say one of a kind. */
    List<String> sentences(String kind, String locale) {
        return sources.stream()
                .filter(source -> source.kind().equals(kind))
                .map(source -> Objects.requireNonNull(source.sentences().get(locale), () -> kind + " has no sentence"))
                .toList();
    }

    /** Whether somebody may be told of the kind at all. What no module brings any more nobody may. */
    boolean mayHear(Caller person, String kind) {
        NotificationSource source = byKind.get(kind);
        return source != null && mayHear(person, source);
    }

    static boolean mayHear(Caller person, NotificationSource source) {
        @Nullable String permission = source.permission();
        return permission == null || person.may(permission);
    }

    private NotificationSource source(String kind) {
        return Objects.requireNonNull(byKind.get(kind), () -> "there is no kind " + kind);
    }
}
