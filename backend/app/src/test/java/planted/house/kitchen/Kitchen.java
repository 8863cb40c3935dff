package planted.house.kitchen;

import org.jspecify.annotations.Nullable;
import planted.house.cellar.Cellar;

/** Uses what it may not. */
public class Kitchen {
    @Nullable
    Cellar below;
}
