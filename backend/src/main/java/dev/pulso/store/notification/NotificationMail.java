package dev.pulso.store.notification;

/** Whether and when something is mailed. */
public enum NotificationMail {
    NONE("none"),
    AT_ONCE("at_once"),
    DAILY("daily");

    private final String code;

    NotificationMail(String code) {
        this.code = code;
    }

    /** As it is stored. */
    public String code() {
        return code;
    }
}
