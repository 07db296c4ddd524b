package dev.pulso.imports.internal.run;

import dev.pulso.kernel.Problem;
import dev.pulso.store.imports.RowImporter;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** What can be imported: the importers that the modules bring along. */
@ApplicationScoped
class Importers {
    private final List<RowImporter> importers;

    Importers(@All List<RowImporter> importers) {
        this.importers = importers;
    }

    RowImporter of(String entity) {
        return importers.stream()
                .filter(importer -> importer.entity().equals(entity))
                .findFirst()
                .orElseThrow(() -> Problem.invalid("kind", "cannot be imported", "unknown_value"));
    }
}
