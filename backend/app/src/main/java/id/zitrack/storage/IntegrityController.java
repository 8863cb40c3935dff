package id.zitrack.storage;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Whether the stored files are still the ones that were stored. */
@RestController
@Tag(name = "evidence")
class IntegrityController {
    private final ReportingIntegrity reporting;
    private final SweepLease lease;
    private final KeepingWorker worker;

    IntegrityController(ReportingIntegrity reporting, SweepLease lease, KeepingWorker worker) {
        this.reporting = reporting;
        this.lease = lease;
        this.worker = worker;
    }

    @Operation(summary = "What the last sweep found, and which files are withheld because of it")
    @GetMapping("/api/file-integrity")
    @PreAuthorize("@access.may('CHECK_FILES')")
    IntegrityResponse report() {
        return reporting.report();
    }

    @Operation(summary = "Asks for a sweep at once; one that is running is enough")
    @PostMapping("/api/file-integrity/sweeps")
    @PreAuthorize("@access.may('CHECK_FILES')")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void sweep() {
        lease.want();
        worker.wake();
    }
}
