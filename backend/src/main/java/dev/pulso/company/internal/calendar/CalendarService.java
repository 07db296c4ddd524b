package dev.pulso.company.internal.calendar;

import dev.pulso.company.BusinessCalendar;
import dev.pulso.company.BusinessDays;
import dev.pulso.company.Tenants;
import dev.pulso.kernel.Change;
import dev.pulso.kernel.ExpectedVersion;
import dev.pulso.kernel.Ids;
import dev.pulso.kernel.Problem;
import dev.pulso.store.data.UniqueValues;
import dev.pulso.store.tenancy.Caller;
import dev.pulso.store.tenancy.Tenancy;
import dev.pulso.store.tenancy.TenantDay;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** When the company works. */
@ApplicationScoped
class CalendarService implements BusinessCalendar {
    private static final String TABLE = "holidays";
    private static final String OF_YEAR = """
            select id, day, name, created_at, updated_at, version from holidays
            where day between make_date($1, 1, 1) and make_date($1, 12, 31) order by day""";

    private final Tenancy tenancy;
    private final TenantDay days;
    private final Tenants tenants;
    private final BusinessHoursStore hours;
    private final HolidayRepository holidays;
    private final UniqueValues unique;

    CalendarService(
            Tenancy tenancy,
            TenantDay days,
            Tenants tenants,
            BusinessHoursStore hours,
            HolidayRepository holidays,
            UniqueValues unique) {
        this.tenancy = tenancy;
        this.days = days;
        this.tenants = tenants;
        this.hours = hours;
        this.holidays = holidays;
        this.unique = unique;
    }

    @Override
    public Uni<BusinessDays> of(Caller caller) {
        return days.zone(caller)
                .chain(zone -> hours.read(caller)
                        .chain(week -> tenancy.query(caller, "select day from holidays", Tuple.tuple())
                                .map(rows -> {
                                    Set<LocalDate> off = new HashSet<>();
                                    rows.forEach(row -> off.add(row.getLocalDate(0)));
                                    return new BusinessDays(zone, week.week().days(), off);
                                })));
    }

    Uni<BusinessHoursData> hours(Caller caller) {
        return hours.read(caller);
    }

    Uni<BusinessHoursData> replaceHours(Caller caller, ExpectedVersion expected, WorkingWeek week) {
        return hours.replace(caller, expected, week);
    }

    Uni<Year<HolidayData>> holidays(Caller caller, @Nullable Integer year) {
        return orPresent(caller, year)
                .chain(wanted -> tenancy.query(caller, OF_YEAR, Tuple.of(wanted))
                        .map(rows -> {
                            List<HolidayData> found = new ArrayList<>();
                            rows.forEach(row -> found.add(data(row)));
                            return new Year<>(wanted, found);
                        }));
    }

    Uni<HolidayData> add(Caller caller, LocalDate day, String name) {
        return tenancy.write(
                caller,
                session -> unique.requireFree(caller, TABLE, "day", day, null)
                        .chain(() -> holidays.persistAndFlush(new Holiday(caller, day, name)))
                        .map(Holiday::data));
    }

    Uni<HolidayData> edit(
            Caller caller, UUID id, ExpectedVersion expected, Change<LocalDate> day, Change<String> name) {
        return tenancy.write(
                caller,
                session -> load(id).invoke(holiday -> holiday.requireVersion(expected))
                        .call(() -> unique.requireFree(caller, TABLE, "day", day.value(), id))
                        .call(holiday -> {
                            holiday.edit(day, name);
                            return session.flush();
                        })
                        .map(Holiday::data));
    }

    Uni<Void> delete(Caller caller, UUID id, ExpectedVersion expected) {
        return tenancy.write(
                caller,
                session -> load(id).invoke(holiday -> holiday.requireVersion(expected))
                        .chain(holidays::delete)
                        .chain(() -> session.flush()));
    }

    /** What Brazil keeps in a year, and whether the company has it. */
    Uni<Year<OfferedHoliday>> national(Caller caller, @Nullable Integer year) {
        return holidays(caller, year)
                .chain(own -> tenants.current(caller).map(tenant -> {
                    Set<LocalDate> taken =
                            own.days().stream().map(HolidayData::day).collect(Collectors.toSet());
                    return new Year<>(
                            own.year(),
                            NationalHoliday.of(own.year()).stream()
                                    .map(holiday -> new OfferedHoliday(
                                            holiday,
                                            holiday.in(own.year()),
                                            holiday.nameIn(tenant.locale()),
                                            taken.contains(holiday.in(own.year()))))
                                    .toList());
                }));
    }

    /** Adds what is missing; a day that has an entry keeps it. */
    Uni<Year<HolidayData>> addNational(Caller caller, int year, boolean optionalPoints) {
        return national(caller, year)
                .chain(offered -> {
                    List<OfferedHoliday> missing = offered.days().stream()
                            .filter(day -> !day.added()
                                    && (optionalPoints || day.holiday().kind() == NationalHoliday.Kind.NATIONAL))
                            .toList();
                    return tenancy.sql(
                            caller,
                            connection -> connection
                                    .preparedQuery("""
                                            insert into holidays (tenant_id, id, day, name)
                                            select current_setting('app.tenant_id')::uuid, u.id, u.day, u.name
                                            from unnest($1::uuid[], $2::date[], $3::text[]) as u (id, day, name)
                                            on conflict (tenant_id, day) do nothing""")
                                    .execute(Tuple.of(
                                            missing.stream()
                                                    .map(day -> Ids.next())
                                                    .toArray(UUID[]::new),
                                            missing.stream()
                                                    .map(OfferedHoliday::day)
                                                    .toArray(LocalDate[]::new),
                                            missing.stream()
                                                    .map(OfferedHoliday::name)
                                                    .toArray(String[]::new))));
                })
                .chain(() -> holidays(caller, year));
    }

    private Uni<Integer> orPresent(Caller caller, @Nullable Integer year) {
        return year == null
                ? days.today(caller).map(LocalDate::getYear)
                : Uni.createFrom().item(year);
    }

    private Uni<Holiday> load(UUID id) {
        return holidays.findById(id).onItem().ifNull().failWith(Problem::notFound);
    }

    private static HolidayData data(Row row) {
        return new HolidayData(
                row.getUUID("id"),
                row.getLocalDate("day"),
                row.getString("name"),
                row.getOffsetDateTime("created_at").toInstant(),
                row.getOffsetDateTime("updated_at").toInstant(),
                row.getInteger("version"));
    }
}
