package dev.pulso.people.internal.recovery;

import dev.pulso.store.queue.Delivery;
import dev.pulso.store.queue.Work;
import dev.pulso.store.tenancy.Caller;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Looks into requests for new passwords. No reaction: the users it writes to are in companies, each with a transaction of its
 * own. One that is looked into again after a crash writes to nobody twice.
 */
@ApplicationScoped
class RecoveryDelivery implements Delivery {
    /** Each of them has a connection while it lasts. */
    private static final int AT_ONCE = 4;

    private final RecoveryRequests requests;
    private final PasswordRecovery recovery;

    RecoveryDelivery(RecoveryRequests requests, PasswordRecovery recovery) {
        this.requests = requests;
        this.recovery = recovery;
    }

    @Override
    public String queue() {
        return RecoveryRequests.QUEUE;
    }

    @Override
    public int atOnce() {
        return AT_ONCE;
    }

    /** All of them are nobody's, who is one tenant. */
    @Override
    public int atOncePerTenant() {
        return AT_ONCE;
    }

    @Override
    public Uni<Void> deliver(Caller caller, Work work) {
        return requests.find(caller, work.ref()).onItem().ifNotNull().transformToUni(recovery::sendLinks);
    }

    @Override
    public Uni<Void> delivered(Caller caller, Work work) {
        return requests.remove(caller, work.ref());
    }

    @Override
    public Uni<Void> failed(Caller caller, Work work, Throwable failure, @Nullable Duration pause) {
        return pause == null
                ? requests.remove(caller, work.ref())
                : Uni.createFrom().voidItem();
    }

    /** No company has it, so nobody could look at it; who still waits asks again. */
    @Override
    public boolean keepsDead() {
        return false;
    }
}
