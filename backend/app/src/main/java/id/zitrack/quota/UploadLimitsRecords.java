package id.zitrack.quota;

import java.util.UUID;
import org.springframework.data.repository.ListCrudRepository;

interface UploadLimitsRecords extends ListCrudRepository<UploadLimits, UUID> {}
