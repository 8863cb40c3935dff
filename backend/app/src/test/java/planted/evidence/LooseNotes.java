package planted.evidence;

import java.util.UUID;
import org.springframework.data.repository.ListCrudRepository;

interface LooseNotes extends ListCrudRepository<LooseNote, UUID> {}
