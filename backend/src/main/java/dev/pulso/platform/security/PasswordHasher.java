package dev.pulso.platform.security;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Callable;

/**
 * argon2id with 19 MiB, two passes, one lane (OWASP's minimum): about 50 ms of a core. Never on an event loop, and two at
 * a time, so that a burst of logins leaves the other requests their processor.
 */
@ApplicationScoped
public class PasswordHasher {
    private static final Argon2Function ARGON2 = Argon2Function.getInstance(19 * 1024, 2, 1, 32, Argon2.ID);

    private final io.vertx.core.WorkerExecutor workers;
    private final String nobody = hashNow("nobody has this password");

    PasswordHasher(Vertx vertx) {
        workers = vertx.createSharedWorkerExecutor("passwords", 2);
    }

    public Uni<String> hash(String password) {
        return onWorker(() -> hashNow(password));
    }

    public Uni<Boolean> verify(String password, String hash) {
        return onWorker(() -> Password.check(password, hash).with(ARGON2));
    }

    /** Takes as long as {@link #verify} and is never right: for an e-mail that is unknown. */
    public Uni<Boolean> verifyNothing(String password) {
        return verify(password, nobody).replaceWith(false);
    }

    private static String hashNow(String password) {
        return Password.hash(password).addRandomSalt(16).with(ARGON2).getResult();
    }

    private <T> Uni<T> onWorker(Callable<T> work) {
        return Uni.createFrom()
                .completionStage(() -> workers.executeBlocking(work, false).toCompletionStage());
    }
}
