package id.zitrack.readiness;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Which units are ready for WBK or WBBM, for leadership. */
@RestController
@RequestMapping("/api/readiness")
class ReadinessController {
    private final ViewingReadiness viewing;

    ReadinessController(ViewingReadiness viewing) {
        this.viewing = viewing;
    }

    /** All units in a period, the newest one if none is named. */
    @GetMapping
    @PreAuthorize("@access.may('SEE_READINESS')")
    public Readiness all(@RequestParam @Nullable UUID period) {
        return viewing.of(period);
    }

    /** Who is late in a period, the newest one if none is named. */
    @GetMapping("/late")
    @PreAuthorize("@access.may('SEE_READINESS')")
    public LateUnits late(@RequestParam @Nullable UUID period) {
        return viewing.late(period);
    }

    @GetMapping("/units/{unitId}")
    @PreAuthorize("@access.may('SEE_READINESS', 'unit', #unitId)")
    public ViewingReadiness.UnitPage unit(@PathVariable UUID unitId, @RequestParam @Nullable UUID period) {
        return viewing.ofUnit(unitId, period);
    }
}
