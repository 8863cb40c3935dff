package id.zitrack.assessment;

import java.util.UUID;
import org.springframework.data.mongodb.repository.MongoRepository;

interface Assessments extends MongoRepository<Assessment, UUID> {}
