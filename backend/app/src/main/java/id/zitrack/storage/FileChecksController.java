package id.zitrack.storage;

import id.zitrack.storage.FileReferences.FileUse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** How the checks of uploaded files go, for administrators. */
@RestController
@Tag(name = "evidence")
@RequestMapping("/api/file-checks")
class FileChecksController {
    private final WatchingChecks watching;

    FileChecksController(WatchingChecks watching) {
        this.watching = watching;
    }

    @GetMapping
    @PreAuthorize("@access.may('MANAGE_ORGANIZATION')")
    FileChecks show() {
        return watching.state();
    }

    @PostMapping("/{sha256}/again")
    @PreAuthorize("@access.may('MANAGE_ORGANIZATION')")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void again(@PathVariable String sha256) {
        watching.again(sha256);
    }

    @PostMapping("/release")
    @PreAuthorize("@access.may('MANAGE_ORGANIZATION')")
    FileChecks release() {
        watching.release();
        return watching.state();
    }

    /** Whether clamd does its work. */
    enum ScannerState {
        /** None is set up: files are available without a scan. */
        OFF,
        ANSWERING,
        /** It is set up and does not answer: files wait. */
        SILENT
    }

    /**
     * The checks in numbers, and what they have found.
     *
     * @param waiting files nobody can open yet
     * @param tooLargeToScan those of them that the scanner refuses for their size
     * @param waitingSince when the oldest of them came
     * @param database number of the signatures that clamd works with; null if it says none
     * @param toRescan open files that have not been held against these signatures yet; they stay open meanwhile
     * @param infected files that are withheld, newest first
     */
    record FileChecks(
            ScannerState scanner,
            long waiting,
            long tooLargeToScan,
            @Nullable Instant waitingSince,
            @Nullable Long database,
            long toRescan,
            List<InfectedFile> infected) {}

    /**
     * A file in which the scanner found something.
     *
     * @param database number of the signatures that found it; null if none is known
     * @param uses where it is evidence, as far as the caller may know
     */
    record InfectedFile(
            String sha256,
            String malware,
            Instant foundAt,
            @Nullable Long database,
            long size,
            List<FileUse> uses) {}
}
