package id.zitrack.evidence;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * What search reads of one piece of evidence: a copy that can be made anew from the evidence and the text of its file.
 *
 * @param lock of the evidence when the copy was made, to find copies that are too old
 * @param words of the description and of the file, each once
 * @param pending whether the text of the file has yet to be read
 */
@Document("evidence-words")
@CompoundIndex(def = "{'institutionId': 1, 'words': 1, 'createdAt': -1, '_id': -1}")
@CompoundIndex(def = "{'unitId': 1, 'words': 1, 'createdAt': -1, '_id': -1}")
@CompoundIndex(def = "{'institutionId': 1, 'createdAt': -1, '_id': -1}")
@CompoundIndex(def = "{'unitId': 1, 'createdAt': -1, '_id': -1}")
@CompoundIndex(def = "{'pending': 1}")
record EvidenceWords(
        @Id UUID id,
        @Nullable Long lock,
        UUID institutionId,
        UUID unitId,
        Instant createdAt,
        @Nullable String docType,
        List<String> codes,
        List<UUID> assessments,
        List<String> words,
        boolean pending) {}
