package dev.pulso.store.imports;

import java.util.ArrayList;
import java.util.List;

/**
 * A field that a file can fill.
 *
 * @param names other names by which a column may be called, in any language; case, accents and punctuation do not matter
 * @param choices of a {@link Type#choice}: what may be stored
 * @param least of an integer
 * @param most of an integer; of a text, its length
 */
public record ImportField(
        String name, Type type, boolean required, List<String> names, List<Choice> choices, int least, int most) {

    /** How a cell is read. */
    public enum Type {
        text,
        /** Cents, never negative. */
        money,
        date,
        integer,
        /** One of a few words. */
        choice
    }

    /** @param names other words for the value; case, accents and punctuation do not matter */
    public record Choice(String value, List<String> names) {
        public static Choice of(String value, String... names) {
            return new Choice(value, List.of(names));
        }
    }

    public static ImportField text(String name, int maxLength, String... names) {
        return new ImportField(name, Type.text, false, List.of(names), List.of(), 0, maxLength);
    }

    public static ImportField money(String name, String... names) {
        return new ImportField(name, Type.money, false, List.of(names), List.of(), 0, 0);
    }

    public static ImportField date(String name, String... names) {
        return new ImportField(name, Type.date, false, List.of(names), List.of(), 0, 0);
    }

    public static ImportField integer(String name, int least, int most, String... names) {
        return new ImportField(name, Type.integer, false, List.of(names), List.of(), least, most);
    }

    public static ImportField choice(String name, List<Choice> choices, String... names) {
        return new ImportField(name, Type.choice, false, List.of(names), choices, 0, 0);
    }

    /** The same field, without which a row cannot be stored. */
    public ImportField needed() {
        return new ImportField(name, type, true, names, choices, least, most);
    }

    /** Its own name and the others. */
    public List<String> allNames() {
        List<String> all = new ArrayList<>();
        all.add(name);
        all.addAll(names);
        return all;
    }
}
