package id.zitrack.catalog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The YAML files that ship with the program. */
final class BundledFiles {

    private BundledFiles() {}

    /** Those of one folder by name; a file that is on the class path more than once is read once. */
    static SortedMap<String, byte[]> in(String folder) {
        var files = new TreeMap<String, byte[]>();
        try {
            var resolver = new PathMatchingResourcePatternResolver();
            for (var resource : resolver.getResources("classpath*:indicators/" + folder + "/*.yaml")) {
                var name = resource.getFilename();
                if (name != null && !files.containsKey(name)) {
                    files.put(name, resource.getContentAsByteArray());
                }
            }
            return files;
        } catch (IOException e) {
            throw new UncheckedIOException("The files in indicators/" + folder + " cannot be read", e);
        }
    }
}
