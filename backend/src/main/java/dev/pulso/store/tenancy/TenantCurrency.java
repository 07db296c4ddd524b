package dev.pulso.store.tenancy;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/** The currency that a tenant's amounts are in when nothing else is said. */
@ApplicationScoped
public class TenantCurrency {
    private final Tenancy tenancy;

    TenantCurrency(Tenancy tenancy) {
        this.tenancy = tenancy;
    }

    public Uni<Currency> of(Caller caller) {
        return tenancy.query(caller, "select currency from tenants", Tuple.tuple())
                .map(rows -> Currency.getInstance(rows.iterator().next().getString(0)));
    }

    /** The code that is given, else that of the tenant's. */
    public Uni<String> orOwn(Caller caller, @Nullable String currency) {
        return currency == null
                ? of(caller).map(Currency::getCurrencyCode)
                : Uni.createFrom().item(currency);
    }
}
