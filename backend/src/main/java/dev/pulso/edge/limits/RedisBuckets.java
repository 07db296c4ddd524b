package dev.pulso.edge.limits;

import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.proxy.ClientSideConfig;
import io.github.bucket4j.distributed.proxy.generic.compare_and_swap.AbstractCompareAndSwapBasedProxyManager;
import io.github.bucket4j.distributed.proxy.generic.compare_and_swap.AsyncCompareAndSwapOperation;
import io.github.bucket4j.distributed.proxy.generic.compare_and_swap.CompareAndSwapOperation;
import io.github.bucket4j.distributed.remote.RemoteBucketState;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisConnection;
import io.vertx.redis.client.RedisOptions;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Buckets in Redis or Valkey, over the client of Vert.x, which never blocks. One connection, on which everything is
 * pipelined; a lost one is made again by who asks next. A bucket expires when it would be full.
 */
class RedisBuckets extends AbstractCompareAndSwapBasedProxyManager<String> {
    private static final int CONNECT_MILLIS = 1_000;
    private static final String CREATE = "return redis.call('set', KEYS[1], ARGV[1], 'nx', 'px', ARGV[2]) and 1 or 0";
    private static final String REPLACE = "if redis.call('get', KEYS[1]) == ARGV[1] then"
            + " redis.call('psetex', KEYS[1], ARGV[3], ARGV[2]) return 1 else return 0 end";

    private final Redis redis;
    private final ExpirationAfterWriteStrategy expiry;
    private @Nullable Future<RedisConnection> connection;

    /** @param address such as {@code redis://:password@host:6379/0}, or {@code rediss://} for TLS */
    RedisBuckets(Vertx vertx, String address) {
        super(ClientSideConfig.getDefault()
                .withExpirationAfterWriteStrategy(
                        ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(Duration.ofSeconds(10))));
        RedisOptions options = new RedisOptions().setConnectionString(address);
        options.getNetClientOptions().setConnectTimeout(CONNECT_MILLIS).setTcpNoDelay(true);
        this.redis = Redis.createClient(vertx, options);
        this.expiry = getClientSideConfig().getExpirationAfterWriteStrategy().orElseThrow();
    }

    @Override
    protected AsyncCompareAndSwapOperation beginAsyncCompareAndSwapOperation(String name) {
        return new AsyncCompareAndSwapOperation() {
            @Override
            public CompletableFuture<Optional<byte[]>> getStateData(Optional<Long> timeoutNanos) {
                return ask(Request.cmd(Command.GET).arg(name)).thenApply(RedisBuckets::bytes);
            }

            @Override
            public CompletableFuture<Boolean> compareAndSwap(
                    byte @Nullable [] before, byte[] after, RemoteBucketState state, Optional<Long> timeoutNanos) {
                long lives = Math.max(1, expiry.calculateTimeToLiveMillis(state, currentTimeNanos()));
                Request swap = Request.cmd(Command.EVAL)
                        .arg(before == null ? CREATE : REPLACE)
                        .arg("1")
                        .arg(name);
                if (before != null) {
                    swap.arg(Buffer.buffer(before));
                }
                return ask(swap.arg(Buffer.buffer(after)).arg(lives))
                        .thenApply(answer -> answer != null && answer.toInteger() == 1);
            }
        };
    }

    @Override
    protected CompareAndSwapOperation beginCompareAndSwapOperation(String name) {
        throw new UnsupportedOperationException("would block: ask asAsync()");
    }

    @Override
    protected CompletableFuture<Void> removeAsync(String name) {
        return ask(Request.cmd(Command.DEL).arg(name)).thenApply(ignored -> null);
    }

    @Override
    public void removeProxy(String name) {
        throw new UnsupportedOperationException("would block: ask asAsync()");
    }

    @Override
    public boolean isAsyncModeSupported() {
        return true;
    }

    @Override
    public boolean isExpireAfterWriteSupported() {
        return true;
    }

    void close() {
        redis.close();
    }

    private CompletableFuture<@Nullable Response> ask(Request request) {
        return connected()
                .compose(open -> open.send(request))
                .toCompletionStage()
                .toCompletableFuture();
    }

    private static Optional<byte[]> bytes(@Nullable Response answer) {
        return answer == null ? Optional.empty() : Optional.of(answer.toBuffer().getBytes());
    }

    private synchronized Future<RedisConnection> connected() {
        Future<RedisConnection> present = connection;
        if (present == null || present.failed()) {
            present = redis.connect()
                    .onSuccess(open ->
                            open.exceptionHandler(lost -> disconnected()).endHandler(ended -> disconnected()));
            connection = present;
        }
        return present;
    }

    private synchronized void disconnected() {
        connection = null;
    }
}
