package id.zitrack.platform;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some of many items.
 *
 * @param next the cursor that continues after the last item; null at the end
 */
public record Page<T>(List<T> items, @Nullable String next) {}
