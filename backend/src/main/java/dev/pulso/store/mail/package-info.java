/**
 * Mail as part of what happened: it is put down in the transaction that gives the reason for it, and sent afterwards,
 * again and again until the server takes it. Content waits sealed and is forgotten once the mail is sent, because it
 * holds links that log people in.
 *
 * <p>A mail has a key; asking twice for the same key sends one. Texts are Qute templates in
 * {@code templates/mail/<name>/<locale>.html} and {@code .txt}; the first line of the text is the subject.
 */
@NullMarked
package dev.pulso.store.mail;

import org.jspecify.annotations.NullMarked;
