package dev.pulso.store.files;

import dev.pulso.kernel.Problem;
import dev.pulso.kernel.ProblemType;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** 503: the store does not answer, or not as it should. Nothing has been done. */
public class FileStoreDown extends Problem {
    private static final long serialVersionUID = 1;

    private static final Logger LOG = Logger.getLogger(FileStoreDown.class);

    /** Tells who runs the installation why; a problem keeps no cause. */
    public FileStoreDown(String what, @Nullable Throwable cause) {
        super(
                ProblemType.BUSY,
                "the files cannot be reached right now",
                List.of(),
                Map.of("Retry-After", "5"),
                Map.of());
        LOG.warnf(cause, "the file store: %s", what);
    }
}
