package dev.pulso.imports.internal.run;

import dev.pulso.kernel.csv.CsvFormat;
import dev.pulso.store.tenancy.Caller;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is needed to run an import, and to go on with one: the order as it was given, and how far it has come.
 *
 * @param caller on whose behalf
 * @param mapping JSON as it was given; it has been checked
 * @param options likewise
 * @param rows dealt with so far, blank ones included
 * @param skipped blank rows among them
 */
record ImportOrder(
        UUID id,
        Caller caller,
        String entity,
        String fileName,
        CsvFormat format,
        List<String> columns,
        String mapping,
        @Nullable String options,
        long totalRows,
        String status,
        long rows,
        long skipped) {

    boolean hasEnded() {
        return status.equals("succeeded") || status.equals("failed");
    }
}
