package dev.pulso.store.search;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One kind of records that can be found, and how they are told. SQL expressions are of {@code r}, a row of the table.
 *
 * @param name as the contract calls it, and {@code make_searchable}
 * @param permission of those who find them
 * @param title what a record is called
 * @param fields in which words are found, by the names that {@code search_words_of} gives them; the first that has a text, and is not the
 *     title, is told beside it
 */
public record SearchKind(
        String name,
        String permission,
        String table,
        String title,
        @Nullable String status,
        @Nullable String amount,
        @Nullable String currency,
        @Nullable String parent,
        List<Field> fields) {

    /**
     * @param permission of those who are told of it, beside that of the kind; null: of all of these
     */
    public record Field(String name, String text, @Nullable String permission) {}

    /** @param title a column, which is a field as well */
    public static SearchKind of(String name, String table, String permission, String title) {
        return of(name, table, permission, title, "r." + title);
    }

    /** @param title the field that it is called by, and what that says */
    public static SearchKind of(String name, String table, String permission, String title, String text) {
        return new SearchKind(name, permission, table, text, null, null, null, null, List.of()).field(title, text);
    }

    /** A column, or an expression, that tells the state of a record. */
    public SearchKind status(String expression) {
        return new SearchKind(name, permission, table, title, expression, amount, currency, parent, fields);
    }

    public SearchKind amount(String cents, String code) {
        return new SearchKind(name, permission, table, title, status, cents, code, parent, fields);
    }

    /** The id of the record in which it is shown. */
    public SearchKind in(String expression) {
        return new SearchKind(name, permission, table, title, status, amount, currency, expression, fields);
    }

    public SearchKind field(String column) {
        return field(column, "r." + column);
    }

    public SearchKind field(String called, String text) {
        return with(new Field(called, text, null));
    }

    /** What another record says, for those who may read that. */
    public SearchKind field(String called, String text, String of) {
        return with(new Field(called, text, of));
    }

    private SearchKind with(Field field) {
        List<Field> all = new ArrayList<>(fields);
        all.add(field);
        return new SearchKind(name, permission, table, title, status, amount, currency, parent, List.copyOf(all));
    }
}
