package id.zitrack.platform;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Some of many items.
 *
 * @param next the cursor that continues after the last item; null at the end
 */
public record Page<T>(List<T> items, @Nullable String next) {

    /**
     * A page of at most so many items, out of a list that holds one more when more are to come.
     *
     * @param cursor names the item after which the next page starts
     */
    public static <T> Page<T> upTo(int limit, List<T> items, Function<T, String> cursor) {
        if (items.size() <= limit) {
            return new Page<>(items, null);
        }
        var page = List.copyOf(items.subList(0, limit));
        return new Page<>(page, cursor.apply(page.get(limit - 1)));
    }
}
