package planted.scoring;

import id.zitrack.platform.NotThere;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Points in a floating number, in a core that knows a framework and another room. */
@Component
class RoundedPoints {
    double points;

    @Nullable
    NotThere problem;

    double half(double of) {
        return of / 2;
    }
}
