package id.zitrack.organization;

import java.util.UUID;
import org.springframework.data.repository.ListCrudRepository;

interface Calendars extends ListCrudRepository<Calendar, UUID> {}
