package dev.pulso.store.tenancy;

import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.vertx.core.net.PemTrustOptions;
import io.vertx.core.net.TrustOptions;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.PgPool;
import io.vertx.pgclient.SslMode;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import jakarta.inject.Singleton;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.TrustManagerFactory;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Wraps the pool that Hibernate and everybody else gets injected, and bounds how long anything may wait or run. */
@Singleton
@SuppressWarnings("deprecation")
final class TenantPoolCreator implements PgPoolCreator {
    private final Duration connectionWait;
    private final Duration statementTimeout;
    private final Duration idleTimeout;
    private final Optional<String> rootCertificate;
    private volatile @Nullable PgConnectOptions server;

    TenantPoolCreator(
            @ConfigProperty(name = "pulso.db.connection-wait") Duration connectionWait,
            @ConfigProperty(name = "pulso.db.statement-timeout") Duration statementTimeout,
            @ConfigProperty(name = "pulso.db.idle-in-transaction-timeout") Duration idleTimeout,
            @ConfigProperty(name = "pulso.db.root-certificate") Optional<String> rootCertificate) {
        this.rootCertificate = rootCertificate;
        this.connectionWait = connectionWait;
        this.statementTimeout = statementTimeout;
        this.idleTimeout = idleTimeout;
    }

    @Override
    public Pool create(Input input) {
        PoolOptions options = input.poolOptions()
                .setConnectionTimeout((int) connectionWait.toMillis())
                .setConnectionTimeoutUnit(TimeUnit.MILLISECONDS);
        for (PgConnectOptions server : input.pgConnectOptionsList()) {
            server.addProperty("application_name", "pulso");
            server.addProperty("statement_timeout", Long.toString(statementTimeout.toMillis()));
            server.addProperty("idle_in_transaction_session_timeout", Long.toString(idleTimeout.toMillis()));
            if (server.getSslMode() == SslMode.VERIFY_FULL) {
                verify(server);
            }
            server.setConnectTimeout((int) connectionWait.toMillis());
            server.setPreparedStatementCacheMaxSize(512);
            // The default forgets statements over 2 kB, which Hibernate's easily are.
            server.setPreparedStatementCacheSqlLimit(32_768);
        }
        server = input.pgConnectOptionsList().getFirst();
        return new TenantPool(
                PgPool.pool(input.vertx(), input.pgConnectOptionsList(), options),
                input.vertx(),
                server(),
                options.getMaxSize(),
                connectionWait);
    }

    /** The certificate must come from a trusted authority (the given one, else those of the JVM) and name the host. */
    private void verify(PgConnectOptions server) {
        server.setHostnameVerificationAlgorithm("HTTPS");
        if (rootCertificate.isPresent()) {
            server.setPemTrustOptions(new PemTrustOptions().addCertPath(rootCertificate.get()));
            return;
        }
        try {
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init((KeyStore) null);
            server.setTrustOptions(TrustOptions.wrap(factory.getTrustManagers()[0]));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the JVM's own authorities can not be read", e);
        }
    }

    /** How the pool reaches the server, once there is a pool. */
    PgConnectOptions server() {
        return new PgConnectOptions(Objects.requireNonNull(server, "the pool has not been made yet"));
    }
}
