package dev.pulso.crm.internal.duplicate;

import dev.pulso.api.DuplicatesApi;
import dev.pulso.api.model.DuplicateDecision;
import dev.pulso.api.model.DuplicateHalf;
import dev.pulso.api.model.DuplicatePair;
import dev.pulso.api.model.DuplicatePairPage;
import dev.pulso.api.model.DuplicateReason;
import dev.pulso.api.model.SimilarList;
import dev.pulso.api.model.SimilarQuery;
import dev.pulso.api.model.SimilarRecord;
import dev.pulso.edge.web.AtMostOnce;
import dev.pulso.edge.web.CallerContext;
import io.smallrye.mutiny.Uni;
import java.util.List;

/** Duplicates over HTTP: translates, nothing else. */
@AtMostOnce
class DuplicateResource implements DuplicatesApi {
    private final DuplicateService duplicates;
    private final CallerContext context;

    DuplicateResource(DuplicateService duplicates, CallerContext context) {
        this.duplicates = duplicates;
        this.context = context;
    }

    @Override
    public Uni<SimilarList> findSimilar(SimilarQuery body) {
        DuplicateKind kind = kind(body.getKind());
        boolean ofCompany = Boolean.TRUE.equals(body.getOfCompany()) || kind == DuplicateKind.COMPANY;
        return duplicates
                .similar(
                        context.caller(),
                        Typed.of(
                                kind,
                                ofCompany,
                                body.getName(),
                                body.getEmail(),
                                body.getPhone(),
                                body.getTaxId(),
                                body.getWebsite(),
                                body.getExceptId()))
                .map(found -> new SimilarList()
                        .data(found.stream().map(DuplicateResource::similar).toList()));
    }

    @Override
    public Uni<DuplicatePairPage> listDuplicates(String kind, Boolean dismissed, Integer limit, String cursor) {
        return duplicates
                .pairs(
                        context.caller(),
                        DuplicateKind.of(kind),
                        Boolean.TRUE.equals(dismissed),
                        context.page(limit, null, cursor, null))
                .map(page -> new DuplicatePairPage()
                        .data(page.data().stream().map(DuplicateResource::pair).toList())
                        .nextCursor(page.nextCursor()));
    }

    @Override
    public Uni<DuplicateDecision> dismissDuplicate(DuplicateDecision body) {
        return duplicates
                .dismiss(context.caller(), kind(body.getKind()), body.getFirstId(), body.getSecondId())
                .replaceWith(body);
    }

    @Override
    public Uni<DuplicateDecision> restoreDuplicate(DuplicateDecision body) {
        return duplicates
                .restore(context.caller(), kind(body.getKind()), body.getFirstId(), body.getSecondId())
                .replaceWith(body);
    }

    private static DuplicateKind kind(dev.pulso.api.model.DuplicateKind kind) {
        return DuplicateKind.of(kind.value());
    }

    private static dev.pulso.api.model.DuplicateKind kind(DuplicateKind kind) {
        return dev.pulso.api.model.DuplicateKind.fromString(kind.code());
    }

    private static List<DuplicateReason> reasons(List<String> codes) {
        return codes.stream().map(DuplicateReason::fromString).toList();
    }

    private static SimilarRecord similar(Similar one) {
        return new SimilarRecord()
                .kind(kind(one.kind()))
                .id(one.id())
                .name(one.name())
                .detail(one.detail())
                .weight(one.weight().total())
                .certain(one.weight().isCertain())
                .reasons(reasons(one.weight().reasons()));
    }

    private static DuplicatePair pair(DuplicateQueries.Pair pair) {
        return new DuplicatePair()
                .id(pair.id())
                .kind(kind(pair.kind()))
                .weight(pair.weight())
                .certain(pair.weight() >= Weight.CERTAIN)
                .reasons(reasons(pair.reasons()))
                .dismissed(pair.dismissed())
                .first(half(pair.first()))
                .second(half(pair.second()));
    }

    private static DuplicateHalf half(DuplicateQueries.Half half) {
        return new DuplicateHalf()
                .id(half.id())
                .name(half.name())
                .detail(half.detail())
                .email(half.email())
                .phone(half.phone());
    }
}
