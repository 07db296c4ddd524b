package dev.pulso.store.merge;

import java.util.List;
import java.util.Set;

/**
 * What refers to records of which two may be merged: it is moved from the one to the other. One bean for each module that has such
 * a column; a test holds that no foreign key is forgotten.
 */
public interface MergedReferences {

    /**
     * A column with the id of another record.
     *
     * @param to the table that it refers to
     * @param table and its {@code id}
     * @param versioned whether its rows are records, whose version tells that they have changed
     * @param unique what a record may have one of beside the column: what the other has already goes
     * @param goes whether it is not moved, but goes with the record
     */
    record Reference(String to, String table, String column, boolean versioned, Set<String> unique, boolean goes) {

        /** From records of their own. */
        public static Reference ofRecords(String to, String table, String column) {
            return new Reference(to, table, column, true, Set.of(), false);
        }

        /** From what belongs to the record. */
        public static Reference ofParts(String to, String table, String column, String... unique) {
            return new Reference(to, table, column, false, Set.of(unique), false);
        }

        /** From what follows from the record and is made anew. */
        public static Reference going(String to, String table, String column) {
            return new Reference(to, table, column, false, Set.of(), true);
        }
    }

    List<Reference> references();
}
