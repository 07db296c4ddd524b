package dev.pulso.store.data;

/** What stands in a field that a company has added. */
public enum CustomFieldType {
    text,
    url,
    number,
    date,
    checkbox,
    select,
    multiselect;

    /** Whether something is chosen in it. */
    public boolean chooses() {
        return this == select || this == multiselect;
    }

    /** Whether it has an order that people ask for the ends of. */
    public boolean measures() {
        return this == number || this == date;
    }
}
