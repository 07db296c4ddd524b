package dev.pulso.company.internal.calendar;

import dev.pulso.api.CalendarApi;
import dev.pulso.api.model.BusinessHours;
import dev.pulso.api.model.BusinessHoursPut;
import dev.pulso.api.model.Holiday;
import dev.pulso.api.model.HolidayCreate;
import dev.pulso.api.model.HolidayList;
import dev.pulso.api.model.HolidayPatch;
import dev.pulso.api.model.NationalHolidayList;
import dev.pulso.api.model.NationalHolidaysAdd;
import dev.pulso.edge.web.AtMostOnce;
import dev.pulso.edge.web.CallerContext;
import dev.pulso.edge.web.PatchBody;
import io.smallrye.mutiny.Uni;
import java.util.UUID;

/** Business hours and holidays over HTTP. */
@AtMostOnce
class CalendarResource implements CalendarApi {
    private final CalendarService calendar;
    private final CallerContext context;
    private final PatchBody patch;

    CalendarResource(CalendarService calendar, CallerContext context, PatchBody patch) {
        this.calendar = calendar;
        this.context = context;
        this.patch = patch;
    }

    @Override
    public Uni<BusinessHours> getBusinessHours() {
        return calendar.hours(context.caller()).map(CalendarMapper::toApi);
    }

    @Override
    public Uni<BusinessHours> replaceBusinessHours(BusinessHoursPut body) {
        return calendar.replaceHours(context.caller(), context.requiredVersion(), CalendarMapper.toWeek(body))
                .map(CalendarMapper::toApi);
    }

    @Override
    public Uni<HolidayList> listHolidays(Integer year) {
        return calendar.holidays(context.caller(), year).map(CalendarMapper::holidays);
    }

    @Override
    public Uni<Holiday> createHoliday(HolidayCreate body) {
        return calendar.add(context.caller(), body.getDay(), body.getName()).map(CalendarMapper::toApi);
    }

    @Override
    public Uni<Holiday> updateHoliday(UUID id, HolidayPatch body) {
        return calendar.edit(
                        context.caller(),
                        id,
                        context.requiredVersion(),
                        patch.change("day", body.getDay()),
                        patch.change("name", body.getName()))
                .map(CalendarMapper::toApi);
    }

    @Override
    public Uni<Void> deleteHoliday(UUID id) {
        return calendar.delete(context.caller(), id, context.expectedVersion());
    }

    @Override
    public Uni<NationalHolidayList> listNationalHolidays(Integer year) {
        return calendar.national(context.caller(), year).map(CalendarMapper::national);
    }

    @Override
    public Uni<HolidayList> addNationalHolidays(NationalHolidaysAdd body) {
        return calendar.addNational(context.caller(), body.getYear(), Boolean.TRUE.equals(body.getOptionalPoints()))
                .map(CalendarMapper::holidays);
    }
}
