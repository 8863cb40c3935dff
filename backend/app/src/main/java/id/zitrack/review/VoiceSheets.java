package id.zitrack.review;

import org.springframework.data.mongodb.repository.MongoRepository;

interface VoiceSheets extends MongoRepository<VoiceSheet, String> {}
