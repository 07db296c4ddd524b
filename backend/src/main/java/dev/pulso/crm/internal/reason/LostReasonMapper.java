package dev.pulso.crm.internal.reason;

import dev.pulso.api.model.LostReason;
import dev.pulso.api.model.LostReasonList;
import dev.pulso.edge.web.ApiMapping;
import java.util.List;
import org.mapstruct.Mapper;

/** Reasons at the edge of the API. */
@Mapper(config = ApiMapping.class)
interface LostReasonMapper {
    /** Made at compile time. */
    LostReasonMapper REASONS = new LostReasonMapperImpl();

    LostReason toApi(LostReasonData reason);

    default LostReasonList toApi(List<LostReasonData> reasons) {
        return new LostReasonList().data(reasons.stream().map(this::toApi).toList());
    }
}
