package dev.pulso.crm.internal.deal;

/** How the customer of a sale is found. */
public enum BuyerMatch {
    NONE,
    NAMED,
    DEAL,
    EXTERNAL,
    TAX_ID,
    COMPANY,
    CONTACT,
    NEW
}
