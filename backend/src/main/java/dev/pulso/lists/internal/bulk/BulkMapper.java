package dev.pulso.lists.internal.bulk;

import static dev.pulso.lists.internal.QuestionMapper.QUESTIONS;

import dev.pulso.api.model.BulkAction;
import dev.pulso.api.model.BulkActionType;
import dev.pulso.api.model.BulkCreate;
import dev.pulso.api.model.BulkJob;
import dev.pulso.api.model.BulkRecord;
import dev.pulso.api.model.BulkRefused;
import dev.pulso.api.model.ListKind;
import dev.pulso.kernel.Records;
import dev.pulso.store.bulk.BulkOrder;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Bulk jobs at the edge of the API. */
final class BulkMapper {
    static final BulkMapper BULK = new BulkMapper();

    private BulkMapper() {}

    BulkRequest toRequest(BulkCreate body) {
        List<BulkRecord> records = body.getRecords() == null ? List.of() : body.getRecords();
        return new BulkRequest(
                toOrder(body.getAction()),
                records.stream().map(BulkRecord::getId).toList(),
                // Null where any version will do, which List.of takes none of.
                records.stream().map(BulkRecord::getVersion).collect(java.util.stream.Collectors.toList()),
                body.getQuestion() == null ? null : QUESTIONS.asked(body.getQuestion()),
                body.getExceptIds() == null ? List.of() : List.copyOf(body.getExceptIds()),
                body.getExpectedCount());
    }

    private static BulkOrder toOrder(BulkAction action) {
        JsonObject values = new JsonObject();
        put(values, "owner_id", text(action.getOwnerId()));
        put(values, "stage", action.getStage());
        put(values, "stage_id", text(action.getStageId()));
        put(values, "lost_reason_id", text(action.getLostReasonId()));
        put(values, "company_id", text(action.getCompanyId()));
        put(values, "source", action.getSource());
        put(values, "industry", action.getIndustry());
        put(values, "tags", action.getTags() == null ? null : new JsonArray(List.copyOf(action.getTags())));
        put(values, "reason", action.getReason());
        put(values, "outcome", action.getOutcome());
        put(
                values,
                "custom",
                action.getCustom() == null || action.getCustom().isEmpty() ? null : new JsonObject(action.getCustom()));
        return new BulkOrder(action.getType().value(), values);
    }

    private static void put(JsonObject values, String name, @Nullable Object value) {
        if (value != null) {
            values.put(name, value);
        }
    }

    private static @Nullable String text(@Nullable UUID id) {
        return id == null ? null : id.toString();
    }

    BulkJob toApi(BulkJobData job, boolean undoable) {
        return new BulkJob()
                .id(job.id())
                .kind(Records.constant(ListKind.class, job.kind()))
                .action(toApi(job.order()))
                .status(Records.constant(BulkJob.StatusEnum.class, job.status()))
                .totalCount(job.totalCount())
                .doneCount(job.doneCount())
                .unchangedCount(job.unchangedCount())
                .refusedCount(job.refusedCount())
                .undoable(undoable)
                .undoOfId(job.undoOfId())
                .undoneById(job.undoneById())
                .startedAt(job.startedAt())
                .finishedAt(job.finishedAt())
                .createdAt(job.createdAt())
                .updatedAt(job.updatedAt());
    }

    private static BulkAction toApi(BulkOrder order) {
        JsonArray tags = order.values().getJsonArray("tags");
        return new BulkAction()
                .type(Records.constant(BulkActionType.class, order.action()))
                .ownerId(order.id("owner_id"))
                .stage(order.text("stage"))
                .stageId(order.id("stage_id"))
                .lostReasonId(order.id("lost_reason_id"))
                .companyId(order.id("company_id"))
                .source(order.text("source"))
                .industry(order.text("industry"))
                .tags(
                        tags == null
                                ? null
                                : tags.stream().map(String.class::cast).toList())
                .reason(order.text("reason"))
                .outcome(order.text("outcome"))
                .custom(order.action().equals(BulkOrder.SET_CUSTOM) ? order.custom() : null);
    }

    BulkRefused toApi(BulkRefusal refusal) {
        return new BulkRefused()
                .recordId(refusal.recordId())
                .code(refusal.code())
                .detail(refusal.detail());
    }
}
