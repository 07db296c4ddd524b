package dev.pulso.company;

import dev.pulso.store.tenancy.Caller;
import io.smallrye.mutiny.Uni;
import java.time.LocalDate;

/** When the caller's company works; for promises of time and due dates. Joins the caller's transaction when one is open. */
public interface BusinessCalendar {

    /** The calendar as it is now, for many questions. */
    Uni<BusinessDays> of(Caller caller);

    default Uni<Boolean> isBusinessDay(Caller caller, LocalDate day) {
        return of(caller).map(days -> days.isBusinessDay(day));
    }

    /** The first business day after the day. */
    default Uni<LocalDate> nextBusinessDay(Caller caller, LocalDate day) {
        return of(caller).map(days -> days.next(day));
    }
}
