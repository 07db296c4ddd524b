package dev.pulso.store.files;

import dev.pulso.kernel.DataFolder;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.file.OpenOptions;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.core.file.AsyncFile;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;

/**
 * Files on the disk of the node, readable by its own user alone: a folder for each tenant, in it 256 by the last two letters
 * of the id. A file is written beside its place and then renamed, so a place holds all of it or nothing, whenever the power fails.
 * Several nodes need a disk that all of them see, or a store of the other kind.
 */
class LocalFiles implements FileStore {
    private static final String UNFINISHED = ".part";
    private static final Duration UNFINISHED_FOR = Duration.ofDays(1);
    private static final int PIECE = 64 * 1024;
    private static final UUID FIRST = new UUID(0, 0);

    private final Vertx vertx;
    private final Path folder;
    private final Clock clock;

    LocalFiles(Vertx vertx, Path folder, Clock clock) {
        this.vertx = vertx;
        this.folder = folder;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "local";
    }

    @Override
    public Uni<Void> put(UUID tenant, UUID id, Path content, Fingerprint fingerprint) {
        return inBackground(() -> {
            Path place = place(tenant, id);
            DataFolder.keepPrivate(folder);
            Files.createDirectories(place.getParent());
            Path part = place.resolveSibling(id + UNFINISHED);
            try {
                Files.copy(content, part, StandardCopyOption.REPLACE_EXISTING);
                Files.setPosixFilePermissions(part, PosixFilePermissions.fromString("rw-------"));
                sync(part, StandardOpenOption.WRITE);
                Files.move(part, place, StandardCopyOption.ATOMIC_MOVE);
                sync(place.getParent(), StandardOpenOption.READ);
            } finally {
                Files.deleteIfExists(part);
            }
            return null;
        });
    }

    @Override
    public Multi<Buffer> read(UUID tenant, UUID id, long from, long length) {
        if (length == 0) {
            return Multi.createFrom().empty();
        }
        return vertx.fileSystem()
                .open(
                        place(tenant, id).toString(),
                        new OpenOptions().setRead(true).setWrite(false).setCreate(false))
                .onFailure()
                .transform(failure -> failure.getCause() instanceof NoSuchFileException ? new FileGone() : failure)
                .onItem()
                .transformToMulti(file -> pieces(file, from, length));
    }

    @Override
    public Uni<Void> remove(UUID tenant, UUID id) {
        return inBackground(() -> {
            Files.deleteIfExists(place(tenant, id));
            return null;
        });
    }

    @Override
    public Uni<List<Kept>> behind(UUID tenant, UUID last) {
        return inBackground(() -> {
            List<Kept> kept = new ArrayList<>();
            Path home = folder.resolve(tenant.toString());
            if (!last.equals(FIRST) || !Files.isDirectory(home)) {
                return kept;
            }
            try (DirectoryStream<Path> shelves = Files.newDirectoryStream(home)) {
                for (Path shelf : shelves) {
                    if (Files.isDirectory(shelf)) {
                        addFiles(shelf, kept);
                    }
                }
            }
            kept.sort(Comparator.comparing(file -> file.id().toString()));
            return kept;
        });
    }

    private void addFiles(Path shelf, List<Kept> kept) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(shelf)) {
            for (Path file : files) {
                String name = String.valueOf(file.getFileName());
                if (name.endsWith(UNFINISHED)) {
                    deleteOld(file);
                } else {
                    try {
                        kept.add(new Kept(
                                UUID.fromString(name),
                                Files.size(file),
                                Files.getLastModifiedTime(file).toInstant()));
                    } catch (IllegalArgumentException | NoSuchFileException foreign) {
                        // What is not ours, or has just been removed, keeps the sweep from nothing else.
                        continue;
                    }
                }
            }
        }
    }

    /** What a crash left unfinished; nobody takes a day to write one. */
    private void deleteOld(Path part) throws IOException {
        Instant written = Files.getLastModifiedTime(part).toInstant();
        if (written.isBefore(clock.instant().minus(UNFINISHED_FOR))) {
            Files.deleteIfExists(part);
        }
    }

    private Multi<Buffer> pieces(AsyncFile file, long from, long length) {
        return file.setReadPos(from)
                .setReadLength(length)
                .setReadBufferSize(PIECE)
                .toMulti()
                .onTermination()
                .call(() -> file.close().onFailure().recoverWithNull());
    }

    private Path place(UUID tenant, UUID id) {
        String name = id.toString();
        return folder.resolve(tenant.toString())
                .resolve(name.substring(name.length() - 2))
                .resolve(name);
    }

    private static void sync(Path path, StandardOpenOption how) throws IOException {
        try (FileChannel channel = FileChannel.open(path, how)) {
            channel.force(true);
        }
    }

    private <T> Uni<T> inBackground(Callable<T> work) {
        return vertx.executeBlocking(work, false)
                .onFailure(IOException.class)
                .transform(failure -> new FileStoreDown("the disk refuses", failure));
    }
}
