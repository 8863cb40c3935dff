package id.zitrack.identity;

import java.util.List;
import java.util.UUID;
import org.springframework.data.repository.ListCrudRepository;

interface People extends ListCrudRepository<Person, UUID> {

    List<Person> findByInstitutionId(UUID institutionId);
}
