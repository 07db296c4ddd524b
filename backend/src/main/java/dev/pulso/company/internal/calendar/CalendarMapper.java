package dev.pulso.company.internal.calendar;

import dev.pulso.api.model.BusinessDay;
import dev.pulso.api.model.BusinessHours;
import dev.pulso.api.model.BusinessHoursPut;
import dev.pulso.api.model.BusinessInterval;
import dev.pulso.api.model.Holiday;
import dev.pulso.api.model.HolidayList;
import dev.pulso.api.model.NationalHolidayList;
import dev.pulso.company.OpenInterval;
import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.List;

/** The calendar at the edge of the API. */
final class CalendarMapper {
    private CalendarMapper() {}

    static BusinessHours toApi(BusinessHoursData hours) {
        return new BusinessHours().days(days(hours.week())).version(hours.version());
    }

    static List<BusinessDay> days(WorkingWeek week) {
        return Arrays.stream(DayOfWeek.values())
                .map(day -> new BusinessDay()
                        .weekday(day.getValue())
                        .intervals(week.on(day).stream()
                                .map(CalendarMapper::interval)
                                .toList()))
                .toList();
    }

    static WorkingWeek toWeek(BusinessHoursPut body) {
        return WorkingWeek.of(body.getDays().stream()
                .map(day -> new WorkingWeek.Day(
                        day.getWeekday(),
                        day.getIntervals().stream()
                                .map(interval -> new WorkingWeek.Times(interval.getOpens(), interval.getCloses()))
                                .toList()))
                .toList());
    }

    static Holiday toApi(HolidayData holiday) {
        return new Holiday()
                .id(holiday.id())
                .day(holiday.day())
                .name(holiday.name())
                .createdAt(holiday.createdAt())
                .updatedAt(holiday.updatedAt())
                .version(holiday.version());
    }

    static HolidayList holidays(Year<HolidayData> year) {
        return new HolidayList()
                .year(year.year())
                .data(year.days().stream().map(CalendarMapper::toApi).toList());
    }

    static NationalHolidayList national(Year<OfferedHoliday> year) {
        return new NationalHolidayList()
                .year(year.year())
                .data(year.days().stream().map(CalendarMapper::toApi).toList());
    }

    private static dev.pulso.api.model.NationalHoliday toApi(OfferedHoliday offered) {
        return new dev.pulso.api.model.NationalHoliday()
                .code(offered.holiday().code())
                .day(offered.day())
                .name(offered.name())
                .kind(
                        switch (offered.holiday().kind()) {
                            case NATIONAL -> dev.pulso.api.model.NationalHoliday.KindEnum.NATIONAL;
                            case OPTIONAL -> dev.pulso.api.model.NationalHoliday.KindEnum.OPTIONAL;
                        })
                .added(offered.added());
    }

    private static BusinessInterval interval(OpenInterval interval) {
        return new BusinessInterval()
                .opens(WorkingWeek.time(interval.opensMinute()))
                .closes(WorkingWeek.time(interval.closesMinute()));
    }
}
