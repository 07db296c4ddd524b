package dev.pulso.store.data;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a module keeps of people, and what becomes of it when a person is to be forgotten (docs/adr/0026-erasure.md). One bean
 * for each module that keeps any; a test holds that no column of a person's record is forgotten.
 */
public interface PersonalData {

    /** The name of somebody who was erased: no language has a word there, so screens show it as it is. */
    String NOBODY = "'—'";

    /** The records of people of this module. */
    default List<Subject> subjects() {
        return List.of();
    }

    /** Rows of this module that say something of a person whose record may be another module's. */
    default List<Trace> traces() {
        return List.of();
    }

    /**
     * A record about a person. The row stays, so that sums, references and other people's work do; what it says of the person
     * goes.
     *
     * @param table which is the name of the kind as well
     * @param erasable SQL condition on the row under which it may be erased; else it is a 409
     * @param emptied columns and the SQL that they become
     * @param kept columns of text that say nothing of a person
     */
    record Subject(String table, String erasable, Map<String, String> emptied, Set<String> kept) {}

    /**
     * Rows about a person beside its record. They are done before the record is, which still has its address then.
     *
     * @param of the table of the persons; null: of all that have an e-mail address
     * @param where SQL condition: {@code $1} is the id of the person, {@code $2} its e-mail address, which may be null
     * @param emptied as of a {@link Subject}; empty: the rows are deleted
     */
    record Trace(
            @org.jspecify.annotations.Nullable String of, String table, String where, Map<String, String> emptied) {}

    /**
     * By the table of a subject, a statement that answers the ids of records that have become it, by its own ({@code $1}): what the trail
     * tells of them is told of the person.
     */
    default Map<String, String> formerly() {
        return Map.of();
    }
}
