package dev.pulso.store.secrets;

import io.quarkus.runtime.Startup;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * The keys of {@link Secrets}: from {@code PULSO_SECRET_KEYS} ({@code name:base64,name:base64}; the first seals, all
 * open; the same on every node), else one made on the first start and kept in the data folder.
 */
@Startup // an unusable key must stop the start, not the first secret
@Singleton
class SecretKeys {
    private static final String FILE = "secret-keys";
    private static final int KEY_BYTES = 32;
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,40}");

    record Key(String id, SecretKey key) {}

    private final Map<String, Key> keys = new LinkedHashMap<>();

    @Inject
    SecretKeys(
            @ConfigProperty(name = "pulso.secret-keys") Optional<String> configured,
            @ConfigProperty(name = "pulso.data") String data) {
        this(configured.filter(text -> !text.isBlank()).orElseGet(() -> kept(Path.of(data))));
    }

    SecretKeys(String text) {
        for (String entry : text.strip().split("\\s*,\\s*")) {
            int colon = entry.indexOf(':');
            String name = colon < 0 ? "" : entry.substring(0, colon);
            if (!NAME.matcher(name).matches()) {
                throw unusable(null);
            }
            try {
                byte[] bytes = Base64.getDecoder().decode(entry.substring(colon + 1));
                if (bytes.length != KEY_BYTES) {
                    throw unusable(null);
                }
                keys.put(name, new Key(name, new SecretKeySpec(bytes, "AES")));
            } catch (IllegalArgumentException e) {
                throw unusable(e);
            }
        }
    }

    Key current() {
        return keys.values().iterator().next();
    }

    SecretKey get(String id) {
        Key key = keys.get(id);
        if (key == null) {
            throw new IllegalStateException("the secret key " + id + " is not among PULSO_SECRET_KEYS any more");
        }
        return key.key();
    }

    private static IllegalStateException unusable(@Nullable Exception cause) {
        return new IllegalStateException(
                "PULSO_SECRET_KEYS is name:key[,name:key...], each key 32 bytes in base64 (openssl rand -base64 32)",
                cause);
    }

    private static String kept(Path folder) {
        Path file = folder.resolve(FILE);
        try {
            Files.createDirectories(folder);
            if (!Files.exists(file)) {
                byte[] key = new byte[KEY_BYTES];
                new SecureRandom().nextBytes(key);
                // Written aside and linked, so that a crash leaves no half key and the first of two starts wins.
                Path fresh = Files.createTempFile(
                        folder,
                        "secret",
                        ".keys",
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
                Files.writeString(fresh, "local:" + Base64.getEncoder().encodeToString(key));
                try {
                    Files.createLink(file, fresh);
                } catch (FileAlreadyExistsException e) {
                    // Another start was faster: its key is the key.
                } finally {
                    Files.deleteIfExists(fresh);
                }
            }
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("the secret key can not be kept in " + folder, e);
        }
    }
}
