package id.zitrack.review;

import java.util.UUID;
import org.springframework.data.mongodb.repository.MongoRepository;

interface Reviews extends MongoRepository<Review, UUID> {}
