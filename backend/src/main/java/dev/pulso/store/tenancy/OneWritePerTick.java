package dev.pulso.store.tenancy;

import io.netty.bootstrap.ChannelInitializerExtension;
import io.netty.channel.Channel;
import io.netty.handler.flush.FlushConsolidationHandler;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * What leaves in one tick leaves in one write: the client flushes after each of BEGIN, settings, statement and COMMIT, which are
 * four system calls here, and PostgreSQL is woken up to four times. Netty finds it as a service, as it does
 * {@code edge.web.HeadDeadlines}.
 */
@RegisterForReflection
public final class OneWritePerTick extends ChannelInitializerExtension {
    @Override
    public void postInitializeClientChannel(Channel connection) {
        connection
                .pipeline()
                .addFirst(new FlushConsolidationHandler(
                        FlushConsolidationHandler.DEFAULT_EXPLICIT_FLUSH_AFTER_FLUSHES, true));
    }
}
