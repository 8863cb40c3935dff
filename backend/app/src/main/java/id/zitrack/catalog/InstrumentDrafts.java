package id.zitrack.catalog;

import java.util.List;
import java.util.UUID;
import org.springframework.data.repository.ListCrudRepository;

interface InstrumentDrafts extends ListCrudRepository<InstrumentDraft, UUID> {

    List<InstrumentDraft> findByInstitutionId(UUID institutionId);
}
