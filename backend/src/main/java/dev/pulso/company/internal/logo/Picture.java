package dev.pulso.company.internal.logo;

import dev.pulso.kernel.Problem;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * A picture that may be shown to everybody in a company. What it is, its own bytes say: neither its name nor the type it
 * was sent with can make a page or a script of it. SVG is none: it is a document that can carry scripts and addresses of
 * others, and a sanitiser would have to know all of them.
 */
record Picture(String mediaType, String hash, byte[] content) {
    static final int MOST_BYTES = 256 * 1024;
    /** A small file can unpack into a picture that no browser holds. */
    private static final int MOST_PIXELS = 2000;

    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final byte[] JPEG = {(byte) 0xff, (byte) 0xd8, (byte) 0xff};

    /** @throws Problem 400 when it is no PNG, JPEG or WebP, is broken, or has too many pixels */
    static Picture of(byte[] content) {
        Shape shape;
        try {
            shape = shape(content);
        } catch (IndexOutOfBoundsException e) {
            shape = null;
        }
        if (shape == null || shape.width() < 1 || shape.height() < 1) {
            throw Problem.invalid("file", "must be a PNG, JPEG or WebP picture", "picture_type");
        }
        if (shape.width() > MOST_PIXELS || shape.height() > MOST_PIXELS) {
            throw Problem.invalid("file", "may have 2000 x 2000 pixels", "picture_pixels");
        }
        return new Picture(shape.mediaType(), sha256(content), content);
    }

    private record Shape(String mediaType, int width, int height) {}

    private static @Nullable Shape shape(byte[] bytes) {
        if (startsWith(bytes, 0, PNG)) {
            return text(bytes, 12, 4).equals("IHDR")
                    ? new Shape("image/png", big(bytes, 16, 4), big(bytes, 20, 4))
                    : null;
        }
        if (startsWith(bytes, 0, JPEG)) {
            return jpeg(bytes);
        }
        return bytes.length > 30
                        && text(bytes, 0, 4).equals("RIFF")
                        && text(bytes, 8, 4).equals("WEBP")
                ? webp(bytes)
                : null;
    }

    /** Goes from segment to segment until the one that tells the size (SOF; ITU T.81, B.2.2). */
    private static @Nullable Shape jpeg(byte[] bytes) {
        int at = 2;
        while (big(bytes, at, 1) == 0xff) {
            int marker = big(bytes, at + 1, 1);
            if (marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc) {
                return new Shape("image/jpeg", big(bytes, at + 7, 2), big(bytes, at + 5, 2));
            }
            // 0xff may be repeated as padding.
            at += marker == 0xff ? 1 : 2 + Math.max(2, big(bytes, at + 2, 2));
        }
        return null;
    }

    /** The three ways to begin a WebP (RFC 9649, 2.5 to 2.7). */
    private static @Nullable Shape webp(byte[] bytes) {
        return switch (text(bytes, 12, 4)) {
            case "VP8 " -> new Shape("image/webp", little(bytes, 26, 2) & 0x3fff, little(bytes, 28, 2) & 0x3fff);
            case "VP8L" -> {
                int packed = little(bytes, 21, 4);
                yield new Shape("image/webp", (packed & 0x3fff) + 1, (packed >>> 14 & 0x3fff) + 1);
            }
            case "VP8X" -> new Shape("image/webp", little(bytes, 24, 3) + 1, little(bytes, 27, 3) + 1);
            default -> null;
        };
    }

    private static boolean startsWith(byte[] bytes, int at, byte[] magic) {
        return bytes.length >= at + magic.length && Arrays.equals(bytes, at, at + magic.length, magic, 0, magic.length);
    }

    private static String text(byte[] bytes, int at, int length) {
        return new String(bytes, at, length, StandardCharsets.ISO_8859_1);
    }

    private static int big(byte[] bytes, int at, int length) {
        int value = 0;
        for (int i = 0; i < length; i++) {
            value = value << 8 | bytes[at + i] & 0xff;
        }
        return value;
    }

    private static int little(byte[] bytes, int at, int length) {
        int value = 0;
        for (int i = length - 1; i >= 0; i--) {
            value = value << 8 | bytes[at + i] & 0xff;
        }
        return value;
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
