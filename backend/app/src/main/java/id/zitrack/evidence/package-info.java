/**
 * The records about a unit's files: what each is about, its versions, who may know of it, and the questions it proves.
 *
 * <p>Other rooms read it through {@link EvidenceLookup}, link it through {@link EvidenceLinks} and bring it through
 * {@link EvidenceIntake}. It asks them through {@link EvidenceUse}, {@link DateCheck} and {@link AskedEvidence}.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "instrument",
            "catalog",
            "assessment",
            "inspection",
            "quota",
            "storage",
            "reading",
            "guess",
            "organization",
            "identity"
        })
package id.zitrack.evidence;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
