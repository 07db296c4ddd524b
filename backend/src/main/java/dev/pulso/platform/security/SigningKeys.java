package dev.pulso.platform.security;

import dev.pulso.platform.kernel.DataFolder;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The ES256 key pair that signs access tokens: from the environment ({@code PULSO_JWT_KEY}: PKCS#8 and X.509, base64,
 * separated by a colon), the same on all nodes; without it a pair made at the first start and kept in the data folder.
 */
@ApplicationScoped
class SigningKeys {
    private final ECPrivateKey privateKey;
    private final ECPublicKey publicKey;

    SigningKeys(
            @ConfigProperty(name = "pulso.jwt.key") Optional<String> given,
            @ConfigProperty(name = DataFolder.PROPERTY) Path data) {
        String pair = given.orElseGet(() -> kept(data.resolve("jwt.key")));
        String[] halves = pair.strip().split(":");
        if (halves.length != 2) {
            throw new IllegalStateException("PULSO_JWT_KEY must be base64(PKCS#8):base64(X.509) of a P-256 key pair");
        }
        try {
            KeyFactory factory = KeyFactory.getInstance("EC");
            privateKey = (ECPrivateKey) factory.generatePrivate(
                    new PKCS8EncodedKeySpec(Base64.getDecoder().decode(halves[0])));
            publicKey = (ECPublicKey) factory.generatePublic(
                    new X509EncodedKeySpec(Base64.getDecoder().decode(halves[1])));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalStateException("PULSO_JWT_KEY is no P-256 key pair", e);
        }
    }

    ECPrivateKey privateKey() {
        return privateKey;
    }

    ECPublicKey publicKey() {
        return publicKey;
    }

    private static String kept(Path file) {
        try {
            if (!Files.exists(file)) {
                Files.createDirectories(file.toAbsolutePath().getParent());
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
                Files.writeString(file, generate(), StandardOpenOption.WRITE);
            }
            return Files.readString(file);
        } catch (FileAlreadyExistsException e) {
            return kept(file);
        } catch (IOException e) {
            throw new UncheckedIOException("the signing key could not be kept in " + file, e);
        }
    }

    private static String generate() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            KeyPair pair = generator.generateKeyPair();
            Base64.Encoder base64 = Base64.getEncoder();
            return base64.encodeToString(pair.getPrivate().getEncoded()) + ":"
                    + base64.encodeToString(pair.getPublic().getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has P-256", e);
        }
    }
}
