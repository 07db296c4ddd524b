package dev.pulso.store.files;

import dev.pulso.kernel.Problem;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Asks the clamd of the installation what it thinks of a file, before anybody can read it (INSTREAM of clamd(8): pieces with their
 * length before them, a piece of none ends it). One that does not answer lets nothing in: else whoever brings it down has
 * turned it off.
 */
@ApplicationScoped
public class VirusScanner {
    private static final int CONNECT_MILLIS = 3_000;
    private static final int ANSWER_MILLIS = 30_000;
    private static final int PIECE = 64 * 1024;
    private static final int LONGEST_ANSWER = 1_024;

    private final Vertx vertx;
    private final Optional<String> clamd;

    @Inject
    VirusScanner(Vertx vertx, FileSettings settings) {
        this(vertx, settings.clamd());
    }

    VirusScanner(Vertx vertx, Optional<String> clamd) {
        this.vertx = vertx;
        this.clamd = clamd.filter(address -> !address.isBlank());
    }

    /** Completes when nothing was found, or nobody is there to look; 400 {@code infected} else. */
    public Uni<Void> check(Path file) {
        return clamd.isEmpty()
                ? Uni.createFrom().voidItem()
                : vertx.<Void>executeBlocking(
                        () -> {
                            requireClean(answer(clamd.get(), file));
                            return null;
                        },
                        false);
    }

    private static void requireClean(String answer) {
        if (answer.endsWith("OK")) {
            return;
        }
        if (answer.endsWith("FOUND")) {
            throw Problem.invalid("file", "the virus scanner has found something in it", "infected");
        }
        throw new FileStoreDown("the virus scanner answers " + answer, null);
    }

    private static String answer(String address, Path file) {
        int colon = address.lastIndexOf(':');
        try (Socket socket = new Socket();
                InputStream content = Files.newInputStream(file)) {
            socket.connect(
                    new InetSocketAddress(address.substring(0, colon), Integer.parseInt(address.substring(colon + 1))),
                    CONNECT_MILLIS);
            socket.setSoTimeout(ANSWER_MILLIS);
            DataOutputStream out = new DataOutputStream(socket.getOutputStream());
            out.write("zINSTREAM\0".getBytes(StandardCharsets.US_ASCII));
            byte[] piece = new byte[PIECE];
            for (int read = content.read(piece); read >= 0; read = content.read(piece)) {
                out.writeInt(read);
                out.write(piece, 0, read);
            }
            out.writeInt(0);
            out.flush();
            byte[] answer = socket.getInputStream().readNBytes(LONGEST_ANSWER);
            return new String(answer, StandardCharsets.UTF_8).replace("\0", "").strip();
        } catch (IOException e) {
            throw new FileStoreDown("the virus scanner does not answer", e);
        }
    }
}
