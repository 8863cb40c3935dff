package id.zitrack.storage;

import org.springframework.data.mongodb.repository.MongoRepository;

interface StoredFiles extends MongoRepository<StoredFile, String> {}
