package id.zitrack.evidence;

import java.util.UUID;
import org.springframework.data.repository.ListCrudRepository;

interface UploadLimitsRecords extends ListCrudRepository<UploadLimits, UUID> {}
