package dev.pulso.portfolio.internal.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pulso.kernel.BillingCycle;
import dev.pulso.kernel.Change;
import dev.pulso.kernel.Ids;
import dev.pulso.kernel.Money;
import dev.pulso.kernel.Problem;
import dev.pulso.portfolio.ContractStatus;
import dev.pulso.portfolio.NewContract;
import dev.pulso.store.data.External;
import dev.pulso.store.data.ExternalChanges;
import dev.pulso.store.tenancy.Caller;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ContractTest {
    private static final LocalDate START = LocalDate.of(2026, 1, 31);
    private static final LocalDate TODAY = LocalDate.of(2026, 6, 15);
    private static final LocalDate END = LocalDate.of(2026, 12, 31);

    @Test
    void only_active_contracts_earn() {
        assertThat(contract(ContractStatus.active, null).terms().paying()).isTrue();
        assertThat(contract(ContractStatus.trial, null).terms().paying()).isFalse();
        assertThat(contract(ContractStatus.frozen, null).terms().paying()).isFalse();
    }

    @Test
    void a_trial_or_frozen_contract_becomes_active_once() {
        for (ContractStatus status : new ContractStatus[] {ContractStatus.trial, ContractStatus.frozen}) {
            Contract contract = contract(status, null);
            contract.activate();
            assertThat(contract.terms().status()).isEqualTo(ContractStatus.active);
            assertThat(contract.terms().paying()).isTrue();
            // Again: nothing.
            contract.activate();
            assertThat(contract.terms().status()).isEqualTo(ContractStatus.active);
        }
        Contract cancelled = contract(ContractStatus.active, null);
        cancelled.cancel(null, TODAY);
        assertThatThrownBy(cancelled::activate).isInstanceOf(Problem.class).hasMessageContaining("activated");
    }

    @Test
    void only_an_active_contract_can_be_frozen() {
        Contract contract = contract(ContractStatus.active, null);
        contract.freeze();
        assertThat(contract.terms().status()).isEqualTo(ContractStatus.frozen);
        assertThat(contract.terms().paying()).isFalse();
        contract.freeze();
        assertThat(contract.terms().status()).isEqualTo(ContractStatus.frozen);
        assertThatThrownBy(contract(ContractStatus.trial, null)::freeze)
                .isInstanceOf(Problem.class)
                .hasMessageContaining("frozen");
    }

    @Test
    void a_cancelled_contract_earns_until_its_last_day_which_is_today_unless_told() {
        Contract contract = contract(ContractStatus.active, null);
        contract.cancel(null, TODAY);
        assertThat(contract.terms().status()).isEqualTo(ContractStatus.cancelled);
        assertThat(contract.terms().paying()).isTrue();
        assertThat(contract.endOn()).isEqualTo(TODAY);

        Contract later = contract(ContractStatus.active, null);
        later.cancel(END, TODAY);
        assertThat(later.endOn()).isEqualTo(END);
    }

    @Test
    void what_earned_nothing_earns_nothing_after_it_is_cancelled() {
        for (ContractStatus status : new ContractStatus[] {ContractStatus.trial, ContractStatus.frozen}) {
            Contract contract = contract(status, null);
            contract.cancel(END, TODAY);
            assertThat(contract.terms().paying()).isFalse();
        }
    }

    @Test
    void cancelling_never_prolongs() {
        Contract ended = contract(ContractStatus.active, START.plusMonths(1));
        ended.cancel(null, TODAY);
        assertThat(ended.endOn()).isEqualTo(START.plusMonths(1));

        Contract agreed = contract(ContractStatus.active, END);
        assertThatThrownBy(() -> agreed.cancel(END.plusDays(1), TODAY))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("agreed");
    }

    @Test
    void a_contract_cancelled_before_it_begins_never_earns() {
        Contract contract = contract(ContractStatus.active, null);
        contract.cancel(null, START.minusDays(1));
        assertThat(contract.terms().paying()).isFalse();
        assertThat(contract.endOn()).isEqualTo(START);
    }

    @Test
    void a_contract_is_cancelled_once() {
        Contract contract = contract(ContractStatus.active, null);
        contract.cancel(null, TODAY);
        // Again, or with the day that it has: nothing.
        contract.cancel(null, TODAY.plusDays(1));
        contract.cancel(TODAY, TODAY);
        assertThat(contract.endOn()).isEqualTo(TODAY);
        assertThatThrownBy(() -> contract.cancel(TODAY.plusDays(1), TODAY))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("already cancelled");
        assertThatThrownBy(contract::activate).isInstanceOf(Problem.class);
    }

    @Test
    void a_contract_cannot_end_before_it_starts() {
        assertThatThrownBy(() -> contract(ContractStatus.active, START.minusDays(1)))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("start_on");
        Contract contract = contract(ContractStatus.active, null);
        assertThatThrownBy(() -> contract.cancel(START.minusDays(1), TODAY)).isInstanceOf(Problem.class);
    }

    @Test
    void a_cancelled_contract_keeps_an_end() {
        Contract contract = contract(ContractStatus.active, null);
        contract.cancel(null, TODAY);
        assertThatThrownBy(() -> contract.edit(endOn(null)))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("cancelled");
    }

    @Test
    void a_contract_is_in_a_currency_that_is_money() {
        for (String currency : new String[] {"XXQ", "XAU"}) {
            assertThatThrownBy(() -> contract(ContractStatus.active, null, currency))
                    .isInstanceOf(Problem.class)
                    .hasMessageContaining("ISO 4217");
        }
    }

    private static Contract contract(ContractStatus status, @Nullable LocalDate end) {
        return contract(status, end, null);
    }

    private static Contract contract(ContractStatus status, @Nullable LocalDate end, @Nullable String currency) {
        NewContract contract = new NewContract(
                "hospedagem_site",
                "Hospedagem - joaosilva.com.br",
                null,
                BillingCycle.MONTHLY,
                5_000,
                2_000,
                currency,
                status,
                START,
                end,
                null,
                null,
                null,
                null,
                null,
                External.NONE,
                null);
        return new Contract(Caller.system(Ids.next(), "test", null), Ids.next(), null, contract, Money.BRL);
    }

    private static ContractChanges endOn(@Nullable LocalDate end) {
        return new ContractChanges(
                Change.none(),
                Change.none(),
                Change.none(),
                Change.none(),
                Change.none(),
                Change.none(),
                Change.none(),
                Change.none(),
                Change.to(end),
                Change.none(),
                Change.none(),
                Change.none(),
                Change.none(),
                Change.none(),
                new ExternalChanges(Change.none(), Change.none(), Change.none()),
                Change.none());
    }
}
