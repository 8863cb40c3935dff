package id.zitrack.evidence;

import org.springframework.data.mongodb.repository.MongoRepository;

interface FileTexts extends MongoRepository<FileText, String> {}
