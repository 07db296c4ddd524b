package dev.pulso.timeline.internal;

import dev.pulso.api.model.ActivityType;
import dev.pulso.api.model.BillingCycle;
import dev.pulso.api.model.Loop;
import dev.pulso.api.model.LoopRecord;
import dev.pulso.api.model.LoopStep;
import dev.pulso.api.model.LoopStepKind;
import dev.pulso.api.model.PaymentMethod;
import dev.pulso.api.model.TimelineActivity;
import dev.pulso.api.model.TimelineChange;
import dev.pulso.api.model.TimelineEntry;
import dev.pulso.api.model.TimelineFile;
import dev.pulso.api.model.TimelineKind;
import dev.pulso.api.model.TimelinePage;
import dev.pulso.api.model.TimelinePayment;
import dev.pulso.store.data.Page;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Timelines at the edge of the API: what entries say besides is put where the contract has it. */
final class TimelineMapper {
    static final TimelineMapper TIMELINES = new TimelineMapper();

    private TimelineMapper() {}

    TimelinePage toApi(Page<dev.pulso.store.timeline.TimelineEntry> page) {
        return new TimelinePage()
                .data(page.data().stream().map(TimelineMapper::entry).toList())
                .nextCursor(page.nextCursor());
    }

    Loop toApi(List<dev.pulso.store.loop.LoopStep> steps) {
        return new Loop().steps(steps.stream().map(TimelineMapper::step).toList());
    }

    private static LoopStep step(dev.pulso.store.loop.LoopStep step) {
        return new LoopStep()
                .kind(LoopStepKind.fromString(step.kind()))
                .recordCount(step.count())
                .records(step.records().stream().map(TimelineMapper::record).toList());
    }

    private static LoopRecord record(dev.pulso.store.loop.LoopRecord record) {
        return new LoopRecord()
                .id(record.id())
                .title(record.title())
                .status(record.status())
                .at(record.at())
                .dueOn(record.dueOn())
                .amountCents(record.amountCents())
                .currency(record.currency())
                .billingCycle(record.billingCycle() == null ? null : BillingCycle.fromString(record.billingCycle()));
    }

    private static TimelineEntry entry(dev.pulso.store.timeline.TimelineEntry entry) {
        TimelineKind kind = TimelineKind.fromString(entry.kind());
        return new TimelineEntry()
                .id(entry.id())
                .kind(kind)
                .event(entry.event())
                .at(entry.at())
                .madeById(entry.madeById())
                .recordType(entry.recordType())
                .recordId(entry.recordId())
                .title(entry.title())
                .amountCents(entry.amountCents())
                .currency(entry.currency())
                .activity(kind == TimelineKind.ACTIVITY ? activity(entry.detail()) : null)
                .change(kind == TimelineKind.CHANGE ? change(entry.detail()) : null)
                .payment(kind == TimelineKind.PAYMENT ? payment(entry.detail()) : null)
                .file(kind == TimelineKind.FILE ? file(entry.detail()) : null);
    }

    private static TimelineActivity activity(Map<String, ? extends @Nullable Object> detail) {
        return new TimelineActivity()
                .type(ActivityType.fromString((String) detail.get("type")))
                .description((String) detail.get("description"))
                .outcome((String) detail.get("outcome"))
                .durationMinutes((Integer) detail.get("duration_minutes"));
    }

    private static TimelineFile file(Map<String, ? extends @Nullable Object> detail) {
        return new TimelineFile().mediaType((String) detail.get("media_type")).sizeBytes((Long)
                detail.get("size_bytes"));
    }

    @SuppressWarnings("unchecked")
    private static TimelineChange change(Map<String, ? extends @Nullable Object> detail) {
        return new TimelineChange()
                .before((Map<String, Object>) detail.get("before"))
                .after((Map<String, Object>) detail.get("after"));
    }

    private static TimelinePayment payment(Map<String, ? extends @Nullable Object> detail) {
        return new TimelinePayment()
                .method(PaymentMethod.fromString((String) detail.get("method")))
                .paidOn((LocalDate) detail.get("paid_on"))
                .reference((String) detail.get("reference"));
    }
}
