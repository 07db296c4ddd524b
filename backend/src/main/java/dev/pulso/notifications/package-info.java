/**
 * What people are told of what concerns them, in the app and by mail: made of events by the sources that modules bring to the store,
 * read by who was told as far as it may still read the records (docs/adr/0058-notifications.md).
 */
@NullMarked
package dev.pulso.notifications;

import org.jspecify.annotations.NullMarked;
