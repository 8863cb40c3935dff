package id.zitrack.precondition;

import java.util.UUID;
import org.springframework.data.mongodb.repository.MongoRepository;

interface AllTerms extends MongoRepository<Terms, UUID> {}
