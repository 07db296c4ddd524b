package dev.pulso.people.internal.secondfactor;

import dev.pulso.store.jobs.Job;
import dev.pulso.store.jobs.JobProgress;
import dev.pulso.store.secrets.Secrets;
import dev.pulso.store.tenancy.Caller;
import dev.pulso.store.tenancy.Tenancy;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;

/**
 * Ends the life of an old key: after a night under {@code PULSO_SECRET_KEYS=new,old} nothing needs the old one any more, not
 * even the second factor of who has not logged in for a year. (Mails that wait are sealed too, but do not wait that long.)
 */
@ApplicationScoped
class SecretRotation implements Job {
    private final Tenancy tenancy;
    private final SecondFactorRepository factors;
    private final Secrets secrets;

    SecretRotation(Tenancy tenancy, SecondFactorRepository factors, Secrets secrets) {
        this.tenancy = tenancy;
        this.factors = factors;
        this.secrets = secrets;
    }

    @Override
    public String name() {
        return "secret-rotation";
    }

    @Override
    public String description() {
        return "Seals secrets that are still under an old key again, under the present one.";
    }

    @Override
    public LocalTime runsAt() {
        return LocalTime.of(2, 30);
    }

    @Override
    public Uni<Map<String, Long>> run(Caller caller, LocalDate on, JobProgress progress) {
        return tenancy.write(
                caller,
                session -> factors.listAll()
                        .map(all -> all.stream()
                                .filter(factor -> factor.sealAgain(secrets))
                                .count())
                        .call(() -> session.flush())
                        .map(count -> Map.of("secrets_sealed_again", count)));
    }
}
