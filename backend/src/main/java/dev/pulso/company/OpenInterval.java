package dev.pulso.company;

/** From one minute of the day until another; 1440 is the end of the day. */
public record OpenInterval(int opensMinute, int closesMinute) {
    private static final int DAY = 24 * 60;

    public OpenInterval {
        if (opensMinute < 0 || closesMinute > DAY || opensMinute >= closesMinute) {
            throw new IllegalArgumentException("an interval opens before it closes, within a day");
        }
    }

    /** The opening minute is inside, the closing one is not. */
    boolean covers(int minute) {
        return opensMinute <= minute && minute < closesMinute;
    }
}
