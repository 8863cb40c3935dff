package id.zitrack.embedded;

import org.springframework.data.mongodb.repository.MongoRepository;

/** Keeps the local accounts. */
interface Accounts extends MongoRepository<Account, String> {}
