/**
 * What people are told of what concerns them: a kind of notification is a {@link dev.pulso.store.notification.NotificationSource}, a
 * bean of the module that knows of what events it is and whom they concern (docs/adr/0058-notifications.md).
 */
@NullMarked
package dev.pulso.store.notification;

import org.jspecify.annotations.NullMarked;
