package dev.pulso.edge.security;

import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.interfaces.ECPrivateKey;
import java.security.spec.ECFieldFp;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The P-256 key pair that signs access tokens: from {@code PULSO_JWT_PRIVATE_KEY} (PKCS#8, PEM; all nodes the same), else
 * made on the first start and kept in the data folder.
 */
@Startup // an unusable key must stop the start, not the first login
@Singleton
class SigningKey {
    private static final String FILE = "jwt-private-key.pem";

    private final PrivateKey privateKey;
    private final PublicKey publicKey;
    private final String id;

    SigningKey(
            @ConfigProperty(name = "pulso.jwt.private-key") Optional<String> configured,
            @ConfigProperty(name = "pulso.data") String data) {
        try {
            ECPrivateKey key = parse(configured.filter(text -> !text.isBlank()).orElseGet(() -> kept(Path.of(data))));
            privateKey = key;
            publicKey = publicOf(key);
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(publicKey.getEncoded());
            id = Base64.getUrlEncoder().withoutPadding().encodeToString(digest).substring(0, 16);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalStateException(
                    "PULSO_JWT_PRIVATE_KEY is no P-256 key in PKCS#8 PEM (openssl genpkey -algorithm EC"
                            + " -pkeyopt ec_paramgen_curve:P-256)",
                    e);
        }
    }

    PrivateKey privateKey() {
        return privateKey;
    }

    PublicKey publicKey() {
        return publicKey;
    }

    String id() {
        return id;
    }

    private static String kept(Path folder) {
        Path file = folder.resolve(FILE);
        try {
            Files.createDirectories(folder);
            if (!Files.exists(file)) {
                String pem = generate();
                // Written aside and moved, so that a crash leaves no half key.
                Path fresh = Files.createTempFile(
                        folder,
                        "jwt",
                        ".pem",
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
                Files.writeString(fresh, pem);
                moveUnlessThere(fresh, file);
            }
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("the signing key can not be kept in " + folder, e);
        }
    }

    private static void moveUnlessThere(Path fresh, Path file) throws IOException {
        try {
            Files.createLink(file, fresh);
        } catch (FileAlreadyExistsException e) {
            // Another start was faster: its key is the key.
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    private static String generate() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            byte[] encoded = generator.generateKeyPair().getPrivate().getEncoded();
            return "-----BEGIN PRIVATE KEY-----\n" + Base64.getMimeEncoder().encodeToString(encoded)
                    + "\n-----END PRIVATE KEY-----\n";
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has P-256", e);
        }
    }

    private static ECPrivateKey parse(String pem) throws GeneralSecurityException {
        // In environment variables, line ends often arrive as backslash and n.
        String base64 =
                pem.replace("\\n", "\n").replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
        PrivateKey key = KeyFactory.getInstance("EC")
                .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(base64)));
        if (!(key instanceof ECPrivateKey ec) || ec.getParams().getOrder().bitLength() != 256) {
            throw new GeneralSecurityException("not a P-256 key");
        }
        return ec;
    }

    /** Q = d * G. PKCS#8 need not carry the public key and the JDK does not compute it. */
    private static PublicKey publicOf(ECPrivateKey key) throws GeneralSecurityException {
        ECParameterSpec curve = key.getParams();
        BigInteger p = ((ECFieldFp) curve.getCurve().getField()).getP();
        BigInteger a = curve.getCurve().getA();
        ECPoint sum = ECPoint.POINT_INFINITY;
        ECPoint power = curve.getGenerator();
        BigInteger d = key.getS();
        for (int bit = 0; bit < d.bitLength(); bit++) {
            if (d.testBit(bit)) {
                sum = add(sum, power, p, a);
            }
            power = add(power, power, p, a);
        }
        return KeyFactory.getInstance("EC").generatePublic(new ECPublicKeySpec(sum, curve));
    }

    private static ECPoint add(ECPoint one, ECPoint two, BigInteger p, BigInteger a) {
        if (one.equals(ECPoint.POINT_INFINITY)) {
            return two;
        }
        if (two.equals(ECPoint.POINT_INFINITY)) {
            return one;
        }
        BigInteger slope;
        if (one.equals(two)) {
            slope = one.getAffineX()
                    .pow(2)
                    .multiply(BigInteger.valueOf(3))
                    .add(a)
                    .multiply(one.getAffineY().shiftLeft(1).modInverse(p));
        } else if (one.getAffineX().equals(two.getAffineX())) {
            return ECPoint.POINT_INFINITY;
        } else {
            slope = two.getAffineY()
                    .subtract(one.getAffineY())
                    .multiply(two.getAffineX().subtract(one.getAffineX()).modInverse(p));
        }
        BigInteger x = slope.pow(2)
                .subtract(one.getAffineX())
                .subtract(two.getAffineX())
                .mod(p);
        BigInteger y = slope.multiply(one.getAffineX().subtract(x))
                .subtract(one.getAffineY())
                .mod(p);
        return new ECPoint(x, y);
    }
}
