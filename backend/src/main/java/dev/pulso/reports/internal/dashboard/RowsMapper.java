package dev.pulso.reports.internal.dashboard;

import dev.pulso.api.model.ContractNotBilled;
import dev.pulso.api.model.ContractNotBilledPage;
import dev.pulso.api.model.MovementKind;
import dev.pulso.api.model.RevenueMovement;
import dev.pulso.api.model.RevenueMovementPage;
import dev.pulso.store.data.Page;
import org.jspecify.annotations.Nullable;

/** The rows behind the dashboard's figures at the edge of the API. */
final class RowsMapper {
    /** {@code new} is a word of Java's own. */
    private static final String FIRST = "new";

    private RowsMapper() {}

    static RevenueSeries.@Nullable Kind toKind(@Nullable MovementKind kind) {
        if (kind == null) {
            return null;
        }
        return kind.value().equals(FIRST) ? RevenueSeries.Kind.first : RevenueSeries.Kind.valueOf(kind.value());
    }

    static RevenueMovementPage toMovements(Page<DashboardRows.Movement> page) {
        return new RevenueMovementPage()
                .data(page.data().stream().map(RowsMapper::toApi).toList())
                .nextCursor(page.nextCursor());
    }

    static ContractNotBilledPage toNotBilled(Page<DashboardRows.NotBilled> page) {
        return new ContractNotBilledPage()
                .data(page.data().stream().map(RowsMapper::toApi).toList())
                .nextCursor(page.nextCursor());
    }

    private static RevenueMovement toApi(DashboardRows.Movement movement) {
        return new RevenueMovement()
                .customerId(movement.customerId())
                .customerName(movement.customerName())
                .kind(MovementKind.fromString(
                        movement.kind() == RevenueSeries.Kind.first
                                ? FIRST
                                : movement.kind().name()))
                .beforeCents(movement.beforeCents())
                .afterCents(movement.afterCents())
                .changeCents(movement.changeCents());
    }

    private static ContractNotBilled toApi(DashboardRows.NotBilled contract) {
        return new ContractNotBilled()
                .contractId(contract.contractId())
                .title(contract.title())
                .customerId(contract.customerId())
                .customerName(contract.customerName())
                .periodStart(contract.periodStart())
                .amountCents(contract.amountCents())
                .currency(contract.currency());
    }
}
