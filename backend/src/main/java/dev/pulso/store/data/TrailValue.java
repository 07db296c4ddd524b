package dev.pulso.store.data;

/** A column that the audit trail keeps in another form than the API writes it in; told by the module whose column it is. */
public interface TrailValue {
    String table();

    String column();

    /** @param stored never null, as JSON reads it: a text, a number, a list */
    Object toApi(Object stored);
}
