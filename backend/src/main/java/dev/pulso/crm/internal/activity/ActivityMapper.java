package dev.pulso.crm.internal.activity;

import dev.pulso.api.model.Activity;
import dev.pulso.api.model.ActivityCompletion;
import dev.pulso.api.model.ActivityCreate;
import dev.pulso.api.model.ActivityPage;
import dev.pulso.api.model.ActivitySummary;
import dev.pulso.api.model.CompletedActivity;
import dev.pulso.edge.web.ApiMapping;
import dev.pulso.edge.web.RemovedMapper;
import dev.pulso.store.data.External;
import dev.pulso.store.data.Page;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;

/** Activities at the edge of the API. */
@Mapper(config = ApiMapping.class)
interface ActivityMapper {
    /** Made at compile time. */
    ActivityMapper ACTIVITIES = new ActivityMapperImpl();

    @Mapping(target = ".", source = "activity")
    @Mapping(target = "externalSource", source = "activity.external.source")
    @Mapping(target = "externalId", source = "activity.external.id")
    @Mapping(target = "metadata", source = "activity.external.metadata")
    Activity toApi(ActivityDetail detail);

    @Mapping(target = "externalSource", source = "external.source")
    @Mapping(target = "externalId", source = "external.id")
    @Mapping(target = "metadata", source = "external.metadata")
    ActivitySummary toApi(ActivityData activity);

    /** A page of a list. */
    default ActivityPage toApi(Page<ActivityData> page) {
        return new ActivityPage()
                .data(page.data().stream().map(this::toApi).toList())
                .nextCursor(page.nextCursor())
                .removed(RemovedMapper.toApi(page.removed()));
    }

    CompletedActivity toApi(ActivityService.Completed completed);

    @Mapping(target = "external", source = "body")
    NewActivity toNew(ActivityCreate body);

    Completion toCompletion(ActivityCompletion body);

    default External external(ActivityCreate body) {
        return External.of(body.getExternalSource(), body.getExternalId(), body.getMetadata());
    }
}
