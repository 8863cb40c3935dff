/** The filled sheet as PDF and XLSX, and the dossier that needs no system to be read. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "instrument",
            "scoring",
            "catalog",
            "organization",
            "assessment",
            "evidence",
            "review",
            "precondition",
            "identity",
            "trail"
        })
package id.zitrack.dossier;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
