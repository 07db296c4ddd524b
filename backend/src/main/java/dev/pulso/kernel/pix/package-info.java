/**
 * Pix without a bank in between: the BR Code that any Brazilian banking app pays, as text to copy and as a picture.
 *
 * <p>{@link dev.pulso.kernel.pix.BrCode} writes and reads the static code of the Banco Central's manual,
 * {@link dev.pulso.kernel.pix.PixKey} knows the five kinds of keys, {@link dev.pulso.kernel.pix.QrSvg} draws any
 * text as a QR code. Nothing here talks to a bank: whether the money came is for a person or a gateway to say.
 */
@NullMarked
package dev.pulso.kernel.pix;

import org.jspecify.annotations.NullMarked;
