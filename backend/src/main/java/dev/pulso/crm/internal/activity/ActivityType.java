package dev.pulso.crm.internal.activity;

import jakarta.persistence.EnumeratedValue;

/** What kind of thing was done, or is to be. */
enum ActivityType {
    CALL("call"),
    EMAIL("email"),
    MEETING("meeting"),
    TASK("task"),
    NOTE("note");

    @EnumeratedValue
    private final String code;

    ActivityType(String code) {
        this.code = code;
    }

    String code() {
        return code;
    }
}
