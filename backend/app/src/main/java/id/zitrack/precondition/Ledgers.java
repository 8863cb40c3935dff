package id.zitrack.precondition;

import org.springframework.data.mongodb.repository.MongoRepository;

interface Ledgers extends MongoRepository<Ledger, String> {}
