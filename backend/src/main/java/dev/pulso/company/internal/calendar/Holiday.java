package dev.pulso.company.internal.calendar;

import dev.pulso.kernel.Change;
import dev.pulso.kernel.Checks;
import dev.pulso.kernel.Problem;
import dev.pulso.store.data.TenantRecord;
import dev.pulso.store.tenancy.Caller;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A day on which the company does not work. */
@Entity
@Table(name = "holidays")
class Holiday extends TenantRecord {
    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2099;

    private LocalDate day;

    private String name;

    /** For Hibernate. */
    protected Holiday() {}

    Holiday(Caller caller, LocalDate day, String name) {
        super(caller);
        this.day = within(day);
        this.name = Checks.text("name", name);
    }

    void edit(Change<LocalDate> newDay, Change<String> newName) {
        newDay.ifGiven(value -> day = within(value));
        newName.ifGiven(value -> name = Checks.text("name", value));
    }

    HolidayData data() {
        return new HolidayData(id(), day, name, createdAt(), updatedAt(), version());
    }

    private static LocalDate within(@Nullable LocalDate day) {
        LocalDate present = Checks.present("day", day);
        if (present.getYear() < FIRST_YEAR || present.getYear() > LAST_YEAR) {
            throw Problem.invalid("day", "must be a day of the years 2000 to 2099", "range");
        }
        return present;
    }
}
