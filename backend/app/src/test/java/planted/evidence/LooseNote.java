package planted.evidence;

import id.zitrack.platform.Facts;
import id.zitrack.platform.Recorded;
import java.util.List;

/** Recorded, but the last writer wins. */
class LooseNote implements Recorded {
    @Override
    public List<Facts> facts() {
        return List.of();
    }
}
