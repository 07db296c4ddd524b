package dev.pulso.billing;

/** How money arrived. */
public enum PaymentMethod {
    pix,
    boleto,
    card,
    transfer
}
