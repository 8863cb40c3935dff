package id.zitrack.precondition;

import java.util.List;
import java.util.UUID;
import org.springframework.data.mongodb.repository.MongoRepository;
import org.springframework.data.mongodb.repository.Query;

interface Ledgers extends MongoRepository<Ledger, String> {

    @Query("{'pages.statements.evidenceId': ?0}")
    List<Ledger> naming(UUID evidenceId);
}
