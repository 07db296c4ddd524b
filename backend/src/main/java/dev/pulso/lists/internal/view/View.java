package dev.pulso.lists.internal.view;

import dev.pulso.kernel.Checks;
import dev.pulso.kernel.Problem;
import dev.pulso.store.data.TenantRecord;
import dev.pulso.store.question.ListQuestion;
import dev.pulso.store.tenancy.Caller;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A question of a list that is kept. Its kind stays what it was; who made it as well. */
@Entity
@Table(name = "views")
class View extends TenantRecord {
    private static final String QUESTION = "question";
    /** The right to set up the company. */
    private static final String SETTINGS = "company.settings:write";

    @Column(updatable = false)
    private String kind;

    private String name;
    private String filters;
    private @Nullable String sort;
    private String columns;
    private String visibility;

    @Column(name = "team_id")
    private @Nullable UUID teamId;

    @Column(name = "created_by_id", updatable = false)
    private UUID createdById;

    private int position;

    /** For Hibernate. */
    protected View() {}

    /** @param team of its maker, or null */
    View(Caller caller, NewView view, @Nullable UUID team, int position) {
        super(caller);
        this.kind = view.question().kind();
        this.createdById = Objects.requireNonNull(caller.userId(), "views are people's");
        this.name = Checks.text("name", view.name());
        this.filters = view.question().filtersAsText();
        this.sort = view.question().sort();
        this.columns = written(view.columns());
        this.visibility = view.visibility().code();
        this.teamId = team(view.visibility(), team);
        this.position = position;
    }

    String kind() {
        return kind;
    }

    UUID createdById() {
        return createdById;
    }

    /** Its maker, and of a shared one who may set up the company. */
    static boolean editable(Caller caller, UUID createdById, boolean shared) {
        return createdById.equals(caller.userId()) || (shared && caller.may(SETTINGS));
    }

    void requireEditable(Caller caller) {
        if (!editable(caller, createdById, !visibility.equals(ViewVisibility.PRIVATE.code()))) {
            throw Problem.forbidden("a view that is shared is edited by who made it and by who may set up the company");
        }
    }

    /** @param team of its maker now, or null */
    void edit(ViewChanges changes, @Nullable UUID team) {
        changes.name().ifGiven(value -> name = Checks.text("name", value));
        changes.question().ifGiven(value -> {
            ListQuestion question = Checks.present(QUESTION, value);
            if (!question.kind().equals(kind)) {
                throw Problem.invalid("question.kind", "stays " + kind, "value");
            }
            filters = question.filtersAsText();
            sort = question.sort();
        });
        changes.columns().ifGiven(value -> columns = written(Checks.present("columns", value)));
        changes.visibility().ifGiven(value -> {
            ViewVisibility circle = Checks.present("visibility", value);
            // Of a team that its maker has left it stays, unless it is shared anew.
            if (!circle.code().equals(visibility)) {
                visibility = circle.code();
                teamId = team(circle, team);
            }
        });
        changes.position().ifGiven(value -> position = Checks.present("position", value));
    }

    private static @Nullable UUID team(ViewVisibility visibility, @Nullable UUID team) {
        if (visibility != ViewVisibility.TEAM) {
            return null;
        }
        if (team == null) {
            throw Problem.invalid("visibility", "who made the view is in no team", "no_team");
        }
        return team;
    }

    private static String written(List<ViewColumn> columns) {
        Set<String> names = new HashSet<>();
        for (int i = 0; i < columns.size(); i++) {
            if (!names.add(columns.get(i).name())) {
                throw Problem.invalid("columns[" + i + "].name", "stands twice", "duplicate");
            }
        }
        return ViewColumn.write(columns);
    }
}
