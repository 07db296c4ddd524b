package dev.pulso.kernel.pix;

import java.nio.charset.StandardCharsets;

/** The checksum at the end of a BR Code: CRC-16 with polynomial 1021, start FFFF, nothing reflected ("CCITT-FALSE"). */
final class Crc16 {

    private Crc16() {}

    /** Four upper-case hexadecimal digits; {@code 123456789} gives {@code 29B1}. */
    static String of(String text) {
        int crc = 0xFFFF;
        for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
            crc ^= (octet & 0xFF) << 8;
            for (int bit = 0; bit < 8; bit++) {
                crc = (crc & 0x8000) != 0 ? (crc << 1) ^ 0x1021 : crc << 1;
            }
        }
        return "%04X".formatted(crc & 0xFFFF);
    }
}
