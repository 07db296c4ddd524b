package dev.pulso.company.internal.calendar;

import dev.pulso.company.OpenInterval;
import dev.pulso.kernel.Problem;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The business hours of the seven days, each day's in order and apart from each other. */
record WorkingWeek(Map<DayOfWeek, List<OpenInterval>> days) {
    private static final int HOUR = 60;

    /** What counts until a company says otherwise: Monday to Friday from nine to six. */
    static final WorkingWeek USUAL = usual();

    WorkingWeek {
        days = Map.copyOf(days);
    }

    /** What an edit names, in its order. */
    record Day(int weekday, List<Times> intervals) {}

    /** Times of day as they are written: {@code 09:00}, and {@code 24:00} for the end of the day. */
    record Times(String opens, String closes) {}

    /** @throws Problem 400 that names the day or the interval: twice the same day, overlapping, closing before it opens */
    static WorkingWeek of(List<Day> given) {
        Map<DayOfWeek, List<OpenInterval>> days = new EnumMap<>(DayOfWeek.class);
        for (int i = 0; i < given.size(); i++) {
            Day day = given.get(i);
            if (days.put(DayOfWeek.of(day.weekday()), intervals("days[" + i + "]", day.intervals())) != null) {
                throw Problem.invalid("days[" + i + "].weekday", "is named twice", "duplicate");
            }
        }
        if (days.values().stream().allMatch(List::isEmpty)) {
            throw Problem.invalid("days", "at least one day must be open", "no_open_day");
        }
        return new WorkingWeek(days);
    }

    List<OpenInterval> on(DayOfWeek day) {
        return days.getOrDefault(day, List.of());
    }

    /** As the database keeps it. */
    String[] stored() {
        List<String> stored = new ArrayList<>();
        for (DayOfWeek day : DayOfWeek.values()) {
            on(day).forEach(interval ->
                    stored.add(day.getValue() + " " + interval.opensMinute() + "-" + interval.closesMinute()));
        }
        return stored.toArray(String[]::new);
    }

    static WorkingWeek read(String[] stored) {
        Map<DayOfWeek, List<OpenInterval>> days = new EnumMap<>(DayOfWeek.class);
        for (String text : stored) {
            String[] parts = text.split("[ -]");
            days.computeIfAbsent(DayOfWeek.of(Integer.parseInt(parts[0])), ignored -> new ArrayList<>())
                    .add(new OpenInterval(Integer.parseInt(parts[1]), Integer.parseInt(parts[2])));
        }
        return new WorkingWeek(days);
    }

    static String time(int minute) {
        return "%02d:%02d".formatted(minute / HOUR, minute % HOUR);
    }

    private static List<OpenInterval> intervals(String path, List<Times> given) {
        List<OpenInterval> intervals = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            int opens = minute(given.get(i).opens());
            int closes = minute(given.get(i).closes());
            if (closes <= opens) {
                throw Problem.invalid(path + ".intervals[" + i + "].closes", "must be later than opens", "order");
            }
            OpenInterval interval = new OpenInterval(opens, closes);
            if (intervals.stream().anyMatch(other -> other.opensMinute() < closes && opens < other.closesMinute())) {
                throw Problem.invalid(path + ".intervals[" + i + "].opens", "overlaps another interval", "overlap");
            }
            intervals.add(interval);
        }
        intervals.sort(Comparator.comparingInt(OpenInterval::opensMinute));
        return List.copyOf(intervals);
    }

    private static int minute(String time) {
        return Integer.parseInt(time.substring(0, 2)) * HOUR + Integer.parseInt(time.substring(3));
    }

    private static WorkingWeek usual() {
        Map<DayOfWeek, List<OpenInterval>> days = new EnumMap<>(DayOfWeek.class);
        for (int day = 1; day <= 5; day++) {
            days.put(DayOfWeek.of(day), List.of(new OpenInterval(9 * HOUR, 18 * HOUR)));
        }
        return new WorkingWeek(days);
    }
}
