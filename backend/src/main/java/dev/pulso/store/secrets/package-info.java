/**
 * What must be kept but never be readable in the database: credentials of integrations, second factors, the content of
 * mails that wait. AES-256-GCM; the key stays outside of the database.
 */
@NullMarked
package dev.pulso.store.secrets;

import org.jspecify.annotations.NullMarked;
