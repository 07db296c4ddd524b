package dev.pulso.files.internal;

import dev.pulso.api.model.FilePage;
import dev.pulso.api.model.StoredFile;
import dev.pulso.edge.web.ApiMapping;
import dev.pulso.edge.web.RemovedMapper;
import dev.pulso.store.data.Page;
import org.mapstruct.Mapper;

/** Files at the edge of the API. */
@Mapper(config = ApiMapping.class)
interface FileMapper {
    /** Made at compile time. */
    FileMapper FILES = new FileMapperImpl();

    StoredFile toApi(FileData file);

    /** A page of a list. */
    default FilePage toApi(Page<FileData> page) {
        return new FilePage()
                .data(page.data().stream().map(this::toApi).toList())
                .nextCursor(page.nextCursor())
                .removed(RemovedMapper.toApi(page.removed()));
    }
}
