package dev.pulso.edge.web;

import io.netty.bootstrap.ChannelInitializerExtension;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpRequestDecoder;
import io.netty.handler.codec.http.LastHttpContent;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/**
 * The head of a request has to be there within a while of its first byte. Each byte of a dripped one counts as activity, so that the
 * idle timeout never comes; and before the head is complete nobody further in sees that there is a request at all. Vert.x
 * has no such limit, so this hangs in front of its parser; Netty finds it as a service, once
 * {@code io.netty.bootstrap.extensions} says that there are some: in the packaged product, which has one class loader.
 */
@RegisterForReflection
public final class HeadDeadlines extends ChannelInitializerExtension {
    private static final class Limit {
        static final Duration VALUE = ConfigProvider.getConfig().getValue("pulso.http.head-timeout", Duration.class);
    }

    @Override
    public void postInitializeServerChildChannel(Channel connection) {
        connection.pipeline().addFirst(new Bytes());
    }

    /** Before the parser: when a head begins. */
    private static final class Bytes extends ChannelInboundHandlerAdapter {
        private enum Expected {
            HEAD,
            REST_OF_HEAD,
            BODY
        }

        private Expected expected = Expected.HEAD;
        private boolean watched;
        private @Nullable Future<?> deadline;

        @Override
        public void channelRead(ChannelHandlerContext context, Object bytes) {
            if (!watched && !watch(context)) {
                context.pipeline().remove(this);
                context.fireChannelRead(bytes);
                return;
            }
            if (expected == Expected.HEAD) {
                expected = Expected.REST_OF_HEAD;
            }
            // Nearly always it is there at once, and no clock need run.
            context.fireChannelRead(bytes);
            if (expected == Expected.REST_OF_HEAD && deadline == null) {
                deadline = context.executor()
                        .schedule(() -> context.close(), Limit.VALUE.toMillis(), TimeUnit.MILLISECONDS);
            }
        }

        /** The parser is there by the first byte, unless this connection does not speak HTTP. */
        private boolean watch(ChannelHandlerContext context) {
            ChannelHandlerContext parser = context.pipeline().context(HttpRequestDecoder.class);
            if (parser == null) {
                return false;
            }
            context.pipeline().addAfter(parser.name(), null, new Parsed(this));
            watched = true;
            return true;
        }

        void headIsThere() {
            expected = Expected.BODY;
            if (deadline != null) {
                deadline.cancel(false);
                deadline = null;
            }
        }

        void requestIsThere() {
            expected = Expected.HEAD;
        }

        @Override
        public void channelInactive(ChannelHandlerContext context) {
            headIsThere();
            context.fireChannelInactive();
        }
    }

    /** Behind the parser: when a head, and when all of a request is there. */
    private static final class Parsed extends ChannelInboundHandlerAdapter {
        private final Bytes bytes;

        Parsed(Bytes bytes) {
            this.bytes = bytes;
        }

        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            if (message instanceof HttpRequest) {
                bytes.headIsThere();
            }
            if (message instanceof LastHttpContent) {
                bytes.requestIsThere();
            }
            context.fireChannelRead(message);
        }
    }
}
