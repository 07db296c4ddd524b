package dev.pulso.company.internal.calendar;

import dev.pulso.store.data.TrailValue;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Business hours are kept as one text for each interval. */
@ApplicationScoped
class HoursInTrail implements TrailValue {
    @Override
    public String table() {
        return "business_hours";
    }

    @Override
    public String column() {
        return "intervals";
    }

    @Override
    public Object toApi(Object stored) {
        String[] intervals = ((List<?>) stored).stream().map(String::valueOf).toArray(String[]::new);
        return CalendarMapper.days(WorkingWeek.read(intervals));
    }
}
