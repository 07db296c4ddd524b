package dev.pulso.lists.internal.view;

import dev.pulso.kernel.Change;
import dev.pulso.kernel.ExpectedVersion;
import dev.pulso.kernel.Problem;
import dev.pulso.store.custom.CustomFields;
import dev.pulso.store.data.CustomFilters;
import dev.pulso.store.data.Page;
import dev.pulso.store.data.PageRequest;
import dev.pulso.store.question.ListQuestion;
import dev.pulso.store.question.Lists;
import dev.pulso.store.tenancy.Caller;
import dev.pulso.store.tenancy.Tenancy;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The use cases of views. */
@ApplicationScoped
class ViewService {
    private static final String QUESTION = "question";

    private final Tenancy tenancy;
    private final ViewRepository views;
    private final ViewQueries queries;
    private final Lists lists;
    private final CustomFields custom;

    ViewService(Tenancy tenancy, ViewRepository views, ViewQueries queries, Lists lists, CustomFields custom) {
        this.tenancy = tenancy;
        this.views = views;
        this.queries = queries;
        this.lists = lists;
        this.custom = custom;
    }

    Uni<Page<ViewData>> list(Caller caller, PageRequest page) {
        return queries.list(caller, page);
    }

    /** The view, or 404. */
    Uni<ViewData> get(Caller caller, UUID id) {
        return queries.get(caller, id);
    }

    /** What of views cannot be asked any more, by their ids: a statement for all of them where one asks for a field of the company. */
    Uni<Map<UUID, List<String>>> stale(Caller caller, List<ViewData> views) {
        Set<String> kinds = new HashSet<>();
        views.forEach(view -> {
            if (view.question().filters().keySet().stream().anyMatch(CustomFilters::isOne)) {
                kinds.add(view.question().kind());
            }
        });
        return custom.fieldsOf(caller, kinds).map(fields -> {
            Map<UUID, List<String>> stale = new HashMap<>();
            for (ViewData view : views) {
                ListQuestion question = view.question();
                List<String> names = new ArrayList<>(
                        CustomFilters.wrong(fields.getOrDefault(question.kind(), Map.of()), question.filters())
                                .keySet());
                names.addAll(lists.stale(question));
                stale.put(view.id(), names);
            }
            return stale;
        });
    }

    Uni<ViewData> create(Caller caller, NewView view) {
        lists.requireReading(caller, view.question().kind());
        NewView checked = new NewView(
                view.name(),
                lists.checked(QUESTION, view.question()),
                view.columns(),
                view.visibility(),
                view.position());
        UUID maker = Objects.requireNonNull(caller.userId(), "views are people's");
        return tenancy.write(
                caller,
                session -> requireCustom(caller, checked.question())
                        .chain(() -> queries.team(caller, maker))
                        .chain(team -> place(caller, checked)
                                .chain(place -> views.persistAndFlush(new View(caller, checked, team, place))))
                        .chain(made -> queries.get(caller, made.id())));
    }

    Uni<ViewData> edit(Caller caller, UUID id, ExpectedVersion expected, ViewChanges given) {
        return tenancy.write(
                caller,
                session -> load(caller, id)
                        .invoke(view -> view.requireVersion(expected))
                        .call(() -> requireCustom(caller, given.question().value()))
                        .call(view -> queries.team(caller, view.createdById()).call(team -> {
                            view.edit(checked(given), team);
                            return session.flush();
                        }))
                        // Whoever may set up the company can take a view of somebody else from everybody, itself
                        // included.
                        .chain(() -> queries.kept(caller, id)));
    }

    Uni<Void> delete(Caller caller, UUID id, ExpectedVersion expected) {
        return tenancy.write(
                caller,
                session -> load(caller, id)
                        .invoke(view -> view.requireVersion(expected))
                        .chain(views::delete)
                        .chain(() -> session.flush()));
    }

    /** For who may edit it: 404 for who does not see it, 403 for who sees it alone. */
    private Uni<View> load(Caller caller, UUID id) {
        return queries.get(caller, id)
                .chain(() -> views.findById(id))
                .onItem()
                .ifNull()
                .failWith(Problem::notFound)
                .invoke(view -> view.requireEditable(caller));
    }

    private Uni<Void> requireCustom(Caller caller, @Nullable ListQuestion question) {
        return question == null
                ? Uni.createFrom().voidItem()
                : custom.requireFilters(caller, question.kind(), question.filters(), QUESTION + ".filters.");
    }

    private ViewChanges checked(ViewChanges given) {
        ListQuestion question = given.question().value();
        return new ViewChanges(
                given.name(),
                question == null ? given.question() : Change.to(lists.checked(QUESTION, question)),
                given.columns(),
                given.visibility(),
                given.position());
    }

    private Uni<Integer> place(Caller caller, NewView view) {
        return view.position() == null
                ? queries.last(caller, view.question().kind())
                : Uni.createFrom().item(view.position());
    }
}
