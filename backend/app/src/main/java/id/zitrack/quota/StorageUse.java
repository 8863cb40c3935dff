package id.zitrack.quota;

import java.util.UUID;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/** How many bytes the versions of an institution's evidence have together. */
@Document("storage_use")
record StorageUse(@Id UUID institutionId, long bytes) {}
