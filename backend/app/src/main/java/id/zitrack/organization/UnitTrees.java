package id.zitrack.organization;

import java.util.UUID;
import org.springframework.data.repository.ListCrudRepository;

interface UnitTrees extends ListCrudRepository<UnitTree, UUID> {}
