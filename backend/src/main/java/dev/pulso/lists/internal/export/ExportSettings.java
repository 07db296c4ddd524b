package dev.pulso.lists.internal.export;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;

/** What an installation lets people take along at once. */
@ConfigMapping(prefix = "pulso.exports")
interface ExportSettings {
    /** Rows of one file. */
    int rows();

    /** Length of one file. */
    MemorySize bytes();

    /** How many of a company may wait for their turn; of one company one is written at a time. */
    int waiting();

    /** Where a file grows until it is whole. */
    String folder();
}
