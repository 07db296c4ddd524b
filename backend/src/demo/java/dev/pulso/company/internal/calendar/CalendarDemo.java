package dev.pulso.company.internal.calendar;

import dev.pulso.demo.DemoData;
import dev.pulso.demo.DemoYear;
import dev.pulso.store.tenancy.Caller;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;

/** The holidays of this year and the next, and the anniversary of the company's city. */
@ApplicationScoped
class CalendarDemo implements DemoData {
    private final CalendarService calendar;

    CalendarDemo(CalendarService calendar) {
        this.calendar = calendar;
    }

    @Override
    public Uni<Void> seed(Caller admin, DemoYear year) {
        int now = year.today().getYear();
        return calendar.addNational(admin, now, false)
                .chain(() -> calendar.addNational(admin, now + 1, false))
                .chain(() -> calendar.add(admin, LocalDate.of(now + 1, 3, 29), "Aniversário de Curitiba"))
                .replaceWithVoid();
    }

    @Override
    public int order() {
        return 11;
    }
}
