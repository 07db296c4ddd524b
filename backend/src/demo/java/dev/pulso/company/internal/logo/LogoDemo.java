package dev.pulso.company.internal.logo;

import dev.pulso.demo.DemoData;
import dev.pulso.demo.DemoYear;
import dev.pulso.kernel.ExpectedVersion;
import dev.pulso.store.tenancy.Caller;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** Twelve pixels: the mark of the demo company. */
@ApplicationScoped
class LogoDemo implements DemoData {
    private final LogoService logos;

    LogoDemo(LogoService logos) {
        this.logos = logos;
    }

    @Override
    public Uni<Void> seed(Caller admin, DemoYear year) {
        return Uni.createFrom().deferred(() -> {
            try {
                Path file = Files.createTempFile("logo", ".png");
                try (InputStream picture = LogoDemo.class.getResourceAsStream("/demo/logo.png")) {
                    Files.write(file, Objects.requireNonNull(picture).readAllBytes());
                }
                return logos.replace(admin, ExpectedVersion.any(), file, Files.size(file))
                        .eventually(() -> delete(file))
                        .replaceWithVoid();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public int order() {
        return 12;
    }
}
