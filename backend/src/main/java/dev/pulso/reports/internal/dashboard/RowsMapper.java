package dev.pulso.reports.internal.dashboard;

import dev.pulso.api.model.ContractNotBilled;
import dev.pulso.api.model.ContractNotBilledPage;
import dev.pulso.api.model.MovementKind;
import dev.pulso.api.model.RevenueMovement;
import dev.pulso.api.model.RevenueMovementPage;
import dev.pulso.store.data.Page;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The rows behind the dashboard's figures at the edge of the API. */
final class RowsMapper {
    /** {@code new} is a word of Java's own. */
    private static final String FIRST = "new";

    private RowsMapper() {}

    /** The kinds there are, as the contract calls them. */
    static List<String> kinds() {
        return Stream.of(MovementKind.values()).map(MovementKind::value).toList();
    }

    static Set<RevenueSeries.Kind> toKinds(Set<String> kinds) {
        return kinds.stream()
                .map(kind -> kind.equals(FIRST) ? RevenueSeries.Kind.first : RevenueSeries.Kind.valueOf(kind))
                .collect(Collectors.toUnmodifiableSet());
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
