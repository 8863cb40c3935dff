package id.zitrack.review;

import id.zitrack.identity.Stage;
import id.zitrack.platform.Page;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What waits for the assessors. */
@RestController
@RequestMapping("/api/reviews")
class QueueController {
    private final Queueing queueing;

    QueueController(Queueing queueing) {
        this.queueing = queueing;
    }

    @GetMapping
    @PreAuthorize("@access.may('JUDGE')")
    public Page<Queueing.Item> list(
            @RequestParam @Nullable Stage stage,
            @RequestParam @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
        return queueing.list(stage, cursor, limit);
    }
}
