package dev.pulso.store.files;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.file.AsyncFile;
import io.vertx.core.file.OpenOptions;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.buffer.Buffer;
import java.io.StringReader;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Files in a store that speaks S3 (AWS, MinIO, Ceph, Garage, R2). Four requests are all that is asked of it, over the client that
 * is there anyway: PUT, GET of a range, DELETE, and the list. Objects are called {@code <prefix><tenant>/<file>}. The body of a PUT
 * is signed with its hash, so what arrives is what was sent.
 */
class S3Files implements FileStore {
    private static final int CONNECT_MILLIS = 5_000;
    private static final int SILENT_SECONDS = 30;
    private static final int AT_ONCE = 32;
    private static final int TRIES = 2;
    private static final int TOLD = 1_000;

    private final io.vertx.core.Vertx vertx;
    private final HttpClient client;
    private final URI endpoint;
    private final String bucket;
    private final String prefix;
    private final S3Signature signature;
    private final Clock clock;

    S3Files(Vertx vertx, FileSettings.S3 settings, Clock clock) {
        this(
                vertx,
                URI.create(needed(settings.endpoint(), "endpoint")),
                needed(settings.bucket(), "bucket"),
                settings.prefix().orElse(""),
                new S3Signature(
                        settings.region(),
                        needed(settings.accessKey(), "access-key"),
                        needed(settings.secretKey(), "secret-key")),
                clock);
    }

    S3Files(Vertx vertx, URI endpoint, String bucket, String prefix, S3Signature signature, Clock clock) {
        this.vertx = vertx.getDelegate();
        this.endpoint = endpoint;
        this.bucket = bucket;
        this.prefix = prefix;
        this.signature = signature;
        this.clock = clock;
        this.client = this.vertx.createHttpClient(
                new HttpClientOptions()
                        .setConnectTimeout(CONNECT_MILLIS)
                        .setIdleTimeout(SILENT_SECONDS)
                        .setSsl("https".equals(endpoint.getScheme())),
                new PoolOptions().setHttp1MaxSize(AT_ONCE));
    }

    @Override
    public String name() {
        return "s3";
    }

    @Override
    public Uni<Void> put(UUID tenant, UUID id, Path content, Fingerprint fingerprint) {
        return again(() -> uni(vertx.fileSystem()
                .open(
                        content.toString(),
                        new OpenOptions().setRead(true).setWrite(false).setCreate(false))
                .compose(file -> sent(tenant, id, file, fingerprint)
                        .onComplete(sent -> file.close())
                        .<Void>mapEmpty())));
    }

    @Override
    public Multi<Buffer> read(UUID tenant, UUID id, long from, long length) {
        if (length == 0) {
            return Multi.createFrom().empty();
        }
        Future<HttpClientResponse> asked = client.request(options(
                        HttpMethod.GET,
                        path(tenant, id),
                        Map.of(),
                        Map.of("range", "bytes=" + from + "-" + (from + length - 1)),
                        S3Signature.NOTHING))
                .compose(request -> request.send())
                .map(HttpClientResponse::pause);
        return uni(asked).onItem().transformToMulti(response -> {
            io.vertx.mutiny.core.http.HttpClientResponse body =
                    io.vertx.mutiny.core.http.HttpClientResponse.newInstance(response);
            if (response.statusCode() == 404) {
                response.resume();
                return Multi.createFrom().failure(new FileGone());
            }
            if (response.statusCode() / 100 != 2) {
                response.resume();
                return Multi.createFrom().failure(new FileStoreDown("GET answers " + response.statusCode(), null));
            }
            return body.toMulti();
        });
    }

    @Override
    public Uni<Void> remove(UUID tenant, UUID id) {
        return again(() -> uni(exchange(HttpMethod.DELETE, path(tenant, id), Map.of())
                .map(answer -> answer.statusCode() == 404 ? answer : required(answer, "DELETE"))
                .<Void>mapEmpty()));
    }

    @Override
    public Uni<List<Kept>> behind(UUID tenant, UUID last) {
        String home = prefix + tenant + "/";
        Map<String, String> query = new LinkedHashMap<>();
        query.put("list-type", "2");
        query.put("max-keys", Integer.toString(TOLD));
        query.put("prefix", home);
        query.put("start-after", home + last);
        return again(() ->
                uni(client.request(options(HttpMethod.GET, "/" + bucket, query, Map.of(), S3Signature.NOTHING))
                        .compose(request -> request.send())
                        .compose(response -> response.body().map(body -> {
                            required(response, "list");
                            return kept(body.toString(), home);
                        }))));
    }

    private Future<HttpClientResponse> sent(UUID tenant, UUID id, AsyncFile content, Fingerprint fingerprint) {
        Map<String, String> length = Map.of("content-length", Long.toString(fingerprint.size()));
        return client.request(options(HttpMethod.PUT, path(tenant, id), Map.of(), length, fingerprint.sha256()))
                .compose(request -> request.send(content))
                .compose(S3Files::drained)
                .map(answer -> required(answer, "PUT"));
    }

    private Future<HttpClientResponse> exchange(HttpMethod method, String path, Map<String, String> query) {
        return client.request(options(method, path, query, Map.of(), S3Signature.NOTHING))
                .compose(request -> request.send())
                .compose(S3Files::drained);
    }

    private RequestOptions options(
            HttpMethod method, String path, Map<String, String> query, Map<String, String> more, String contentHash) {
        boolean usual = endpoint.getPort() < 0;
        String host = usual ? endpoint.getHost() : endpoint.getHost() + ":" + endpoint.getPort();
        RequestOptions options = new RequestOptions()
                .setMethod(method)
                .setHost(endpoint.getHost())
                .setPort(!usual ? endpoint.getPort() : "https".equals(endpoint.getScheme()) ? 443 : 80)
                .setURI(query.isEmpty() ? path : path + "?" + S3Signature.query(query));
        signature
                .headers(method.name(), path, query, Map.of("host", host), contentHash, clock.instant())
                .forEach(options::putHeader);
        more.forEach(options::putHeader);
        return options;
    }

    private String path(UUID tenant, UUID id) {
        return "/" + bucket + "/" + (prefix + tenant + "/" + id).replace(" ", "%20");
    }

    /** The body of an answer that nobody reads has to be read all the same, for the connection to be used again. */
    private static Future<HttpClientResponse> drained(HttpClientResponse response) {
        return response.end().map(response);
    }

    private static HttpClientResponse required(HttpClientResponse response, String what) {
        if (response.statusCode() / 100 != 2) {
            throw new FileStoreDown(what + " answers " + response.statusCode(), null);
        }
        return response;
    }

    private static List<Kept> kept(String xml, String home) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        List<Kept> kept = new ArrayList<>();
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(xml));
            Map<String, String> object = new LinkedHashMap<>();
            while (reader.hasNext()) {
                int event = reader.next();
                String element = reader.hasName() ? reader.getLocalName() : "";
                if (event == XMLStreamConstants.START_ELEMENT
                        && List.of("Key", "Size", "LastModified").contains(element)) {
                    object.put(element, reader.getElementText());
                } else if (event == XMLStreamConstants.END_ELEMENT && element.equals("Contents")) {
                    Kept file = file(object, home);
                    if (file != null) {
                        kept.add(file);
                    }
                    object.clear();
                }
            }
        } catch (XMLStreamException e) {
            throw new FileStoreDown("the list is no XML", e);
        }
        return kept;
    }

    /** Null for what somebody else has put there. */
    private static @Nullable Kept file(Map<String, String> object, String home) {
        try {
            return new Kept(
                    UUID.fromString(object.getOrDefault("Key", "").substring(home.length())),
                    Long.parseLong(object.getOrDefault("Size", "0")),
                    Instant.parse(object.getOrDefault("LastModified", "")));
        } catch (IllegalArgumentException | IndexOutOfBoundsException | java.time.DateTimeException foreign) {
            return null;
        }
    }

    /** What the network has lost is asked for again; what the store refuses is not. */
    private static <T> Uni<T> again(Supplier<Uni<? extends T>> work) {
        return Uni.createFrom()
                .deferred(work)
                .onFailure(failure -> !(failure instanceof FileStoreDown))
                .retry()
                .atMost(TRIES)
                .onFailure(failure -> !(failure instanceof FileStoreDown))
                .transform(failure -> new FileStoreDown("it does not answer", failure));
    }

    private static <T> Uni<T> uni(Future<T> future) {
        return Uni.createFrom().emitter(emitter -> future.onComplete(emitter::complete, emitter::fail));
    }

    private static String needed(Optional<String> setting, String name) {
        return setting.filter(value -> !value.isBlank())
                .orElseThrow(() -> new IllegalStateException("pulso.files.s3." + name + " is missing"));
    }
}
