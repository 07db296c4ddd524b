package dev.pulso.edge.web;

import java.util.HexFormat;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * Tags of answers (RFC 9110, 8.8.3). What a read shows may change without its version: an included name, an invoice
 * that falls due. So a read is tagged by its version and its content, {@code W/"3-7f0c1a2b9d3e4f50"}, or by its content alone
 * when it has no version, {@code W/"7f0c1a2b9d3e4f50"}; for {@code If-Match} only the version counts.
 */
final class EntityTag {
    private EntityTag() {}

    static String of(int version) {
        return "\"" + version + "\"";
    }

    static String of(@Nullable Integer version, byte[] content) {
        // Weak, because the same tag stands for the compressed answer too, whose bytes are others.
        return "W/\"" + (version == null ? "" : version + "-") + digest(content) + "\"";
    }

    /** Whether one of the tags of {@code If-None-Match} is this one; weak or strong makes no difference to it. */
    static boolean matches(List<String> ifNoneMatch, String tag) {
        if (ifNoneMatch.isEmpty()) {
            return false;
        }
        String wanted = opaque(tag);
        for (String line : ifNoneMatch) {
            for (String given : line.split(",")) {
                String stripped = given.strip();
                if (stripped.equals("*") || opaque(stripped).equals(wanted)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static String opaque(String tag) {
        return tag.startsWith("W/") ? tag.substring(2) : tag;
    }

    /** Two checksums of processor instructions: 64 bits against accidents, at a few gigabytes a second. */
    private static String digest(byte[] content) {
        CRC32C castagnoli = new CRC32C();
        castagnoli.update(content, 0, content.length);
        CRC32 ieee = new CRC32();
        ieee.update(content, 0, content.length);
        return HexFormat.of().toHexDigits(castagnoli.getValue() << 32 | ieee.getValue());
    }
}
