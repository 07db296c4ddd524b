package dev.pulso.lists.internal.export;

import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A file that rows are written into, one after the other; none is kept. Blocks. */
interface RowFile extends Closeable {
    void row(@Nullable Object[] values) throws IOException;
}
