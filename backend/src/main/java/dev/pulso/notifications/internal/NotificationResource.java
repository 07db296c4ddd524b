package dev.pulso.notifications.internal;

import static dev.pulso.notifications.internal.NotificationMapper.NOTIFICATIONS;

import dev.pulso.api.NotificationsApi;
import dev.pulso.api.model.Notification;
import dev.pulso.api.model.NotificationPage;
import dev.pulso.api.model.NotificationPreferences;
import dev.pulso.api.model.NotificationPreferencesPut;
import dev.pulso.api.model.NotificationsRead;
import dev.pulso.api.model.UnreadCount;
import dev.pulso.edge.web.AtMostOnce;
import dev.pulso.edge.web.CallerContext;
import io.smallrye.mutiny.Uni;
import java.util.UUID;

/** Notifications over HTTP: translates, nothing else. */
@AtMostOnce
class NotificationResource implements NotificationsApi {
    private final NotificationService notifications;
    private final CallerContext context;

    NotificationResource(NotificationService notifications, CallerContext context) {
        this.notifications = notifications;
        this.context = context;
    }

    @Override
    public Uni<NotificationPage> listNotifications(String sort, Integer limit, String cursor) {
        return notifications
                .list(context.caller(), context.page(limit, sort, cursor, null))
                .map(page -> new NotificationPage()
                        .data(page.data().stream().map(NOTIFICATIONS::toApi).toList())
                        .nextCursor(page.nextCursor()));
    }

    @Override
    public Uni<UnreadCount> countUnreadNotifications() {
        return notifications.unread(context.caller()).map(NOTIFICATIONS::toApi);
    }

    @Override
    public Uni<Notification> readNotification(UUID id) {
        return notifications.read(context.caller(), id).map(NOTIFICATIONS::toApi);
    }

    @Override
    public Uni<Notification> unreadNotification(UUID id) {
        return notifications.unreadAgain(context.caller(), id).map(NOTIFICATIONS::toApi);
    }

    @Override
    public Uni<UnreadCount> readAllNotifications(NotificationsRead body) {
        return notifications.readAll(context.caller(), body.getUntil()).map(NOTIFICATIONS::toApi);
    }

    @Override
    public Uni<NotificationPreferences> getNotificationPreferences() {
        return notifications.preferences(context.caller()).map(NOTIFICATIONS::toApi);
    }

    @Override
    public Uni<NotificationPreferences> replaceNotificationPreferences(NotificationPreferencesPut body) {
        return notifications
                .choose(
                        context.caller(),
                        context.requiredVersion(),
                        body.getDigestHour(),
                        NOTIFICATIONS.toChoices(body.getChoices()))
                .map(NOTIFICATIONS::toApi);
    }
}
