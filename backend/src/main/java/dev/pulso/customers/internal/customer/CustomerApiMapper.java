package dev.pulso.customers.internal.customer;

import dev.pulso.api.model.CustomerPage;
import dev.pulso.api.model.CustomerPatch;
import dev.pulso.customers.CustomerData;
import dev.pulso.customers.CustomerKind;
import dev.pulso.customers.CustomerMapper;
import dev.pulso.edge.web.PatchBody;
import dev.pulso.edge.web.RemovedMapper;
import dev.pulso.store.data.Page;

/** What only the customers' own operations need of the API edge; the rest is in {@link CustomerMapper}. */
final class CustomerApiMapper {
    private CustomerApiMapper() {}

    static CustomerPage toApi(Page<CustomerData> page) {
        return new CustomerPage()
                .data(page.data().stream().map(CustomerMapper::toApi).toList())
                .nextCursor(page.nextCursor())
                .removed(RemovedMapper.toApi(page.removed()));
    }

    static CustomerChanges toChanges(CustomerPatch body, PatchBody patch) {
        return new CustomerChanges(
                patch.change("name", body.getName()),
                patch.change(
                        "kind",
                        body.getKind() == null
                                ? null
                                : CustomerKind.valueOf(body.getKind().value())),
                patch.change("tax_id", body.getTaxId()),
                patch.change("email", body.getEmail()),
                patch.change("phone", body.getPhone()),
                patch.change("company_id", body.getCompanyId()),
                patch.change("account_manager_id", body.getAccountManagerId()),
                patch.external(body.getExternalSource(), body.getExternalId(), body.getMetadata()),
                patch.change("notes", body.getNotes()));
    }
}
