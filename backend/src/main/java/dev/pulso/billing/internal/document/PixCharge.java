package dev.pulso.billing.internal.document;

/**
 * What a payer needs to pay by Pix.
 *
 * @param payload the BR Code, to be copied and pasted
 * @param svg the same as a QR code
 */
public record PixCharge(String payload, String svg, long amountCents, String txid) {}
