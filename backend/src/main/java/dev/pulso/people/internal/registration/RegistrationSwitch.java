package dev.pulso.people.internal.registration;

import dev.pulso.kernel.Problem;
import dev.pulso.kernel.ProblemType;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.util.Objects;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Whether this installation takes new companies. Who has been invited to one joins it either way. */
@Startup // A word that means neither is no start.
@Singleton
public class RegistrationSwitch {
    private final Supplier<RegistrationStatus> status;

    RegistrationSwitch(@ConfigProperty(name = "pulso.registration") Supplier<RegistrationStatus> status) {
        this.status = status;
        Objects.requireNonNull(status.get(), "pulso.registration");
    }

    public RegistrationStatus status() {
        return status.get();
    }

    /** @throws Problem 403 when it takes none */
    void requireOpen() {
        if (status() == RegistrationStatus.closed) {
            throw Problem.of(ProblemType.REGISTRATION_CLOSED, "this installation takes no new companies");
        }
    }
}
