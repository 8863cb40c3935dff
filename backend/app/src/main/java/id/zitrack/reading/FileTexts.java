package id.zitrack.reading;

import org.springframework.data.mongodb.repository.MongoRepository;

interface FileTexts extends MongoRepository<FileText, String> {}
