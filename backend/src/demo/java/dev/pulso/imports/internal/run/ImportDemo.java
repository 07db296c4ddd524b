package dev.pulso.imports.internal.run;

import dev.pulso.demo.Chance;
import dev.pulso.demo.DemoData;
import dev.pulso.demo.DemoRows;
import dev.pulso.demo.DemoYear;
import dev.pulso.store.tenancy.Caller;
import dev.pulso.store.tenancy.Tenancy;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.List;

/** A file by which the demo company once gave all of its contracts the codes that its accountants know them by. */
@ApplicationScoped
class ImportDemo implements DemoData {
    private final Tenancy tenancy;

    ImportDemo(Tenancy tenancy) {
        this.tenancy = tenancy;
    }

    @Override
    public Uni<Void> seed(Caller admin, DemoYear year) {
        Chance chance = year.chance("imports.contracts");
        OffsetDateTime made = year.at(year.workingDay(chance, year.yesterday().minusMonths(2)), chance);
        long rows = year.agreements().stream()
                .filter(agreement -> agreement.createdAt().isBefore(made))
                .count();
        return tenancy.sql(
                admin,
                connection -> DemoRows.insert(
                        connection,
                        admin,
                        "imports",
                        List.of(DemoRows.row(
                                "id",
                                year.id("imports", 0, made),
                                "entity",
                                "contracts",
                                "file_name",
                                "contratos-contabilidade.csv",
                                "charset",
                                "UTF-8",
                                "separator",
                                ";",
                                "columns",
                                List.of("Código", "Cliente", "Contrato", "Valor", "Custo"),
                                "mapping",
                                "{\"external_id\":\"Código\",\"customer_name\":\"Cliente\",\"title\":\"Contrato\",\"amount\":\"Valor\",\"cost\":\"Custo\"}",
                                "status",
                                "succeeded",
                                "rows",
                                rows,
                                "total_rows",
                                rows,
                                "created",
                                0,
                                "updated",
                                rows,
                                "skipped",
                                0,
                                "failed",
                                0,
                                "actor_id",
                                admin.userId(),
                                "actor",
                                admin.actor(),
                                "started_at",
                                made.plusSeconds(1),
                                "finished_at",
                                made.plusSeconds(4),
                                "created_at",
                                made))));
    }

    @Override
    public int order() {
        return 60;
    }
}
