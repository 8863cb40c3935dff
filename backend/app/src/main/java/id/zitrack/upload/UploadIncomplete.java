package id.zitrack.upload;

import id.zitrack.platform.DomainProblem;
import java.util.Map;

/** An upload of which bytes are still missing has no result. */
final class UploadIncomplete extends DomainProblem {
    UploadIncomplete(Upload upload) {
        super(
                "upload-incomplete",
                409,
                "Only " + upload.offset() + " of " + upload.length() + " bytes have arrived.",
                Map.of("offset", upload.offset(), "length", upload.length()));
    }
}
