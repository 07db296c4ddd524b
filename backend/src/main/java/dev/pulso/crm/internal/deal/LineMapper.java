package dev.pulso.crm.internal.deal;

import dev.pulso.api.model.DealLine;
import dev.pulso.api.model.DealLineCreate;
import dev.pulso.api.model.DealLineList;
import dev.pulso.crm.internal.product.ProductMapper;
import dev.pulso.edge.web.ApiMapping;
import org.mapstruct.Mapper;

/** Lines of deals at the edge of the API. */
@Mapper(config = ApiMapping.class, uses = ProductMapper.class)
interface LineMapper {
    /** Made at compile time. */
    LineMapper LINES = new LineMapperImpl();

    DealLine toApi(LineData line);

    NewLine toNew(DealLineCreate body);

    default DealLineList toApi(LineService.Lines lines) {
        return new DealLineList()
                .data(lines.lines().stream().map(this::toApi).toList())
                .currency(lines.deal().currency())
                .oneOffCents(lines.deal().oneOffCents())
                .mrrCents(lines.deal().mrrCents())
                .firstYearCents(lines.deal().firstYearCents());
    }
}
