import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.nio.file.Files;
import java.nio.file.Path;
import net.sf.jasperreports.engine.JasperCompileManager;

/**
 * Compiles every report design of one folder into another and lays the color profile that PDF/A asks for beside them.
 * The build runs it; the product does not contain it.
 */
public final class CompileReports {
    private CompileReports() {}

    public static void main(String[] arguments) throws Exception {
        var designs = Path.of(arguments[0]);
        var compiled = Files.createDirectories(Path.of(arguments[1]));
        try (var files = Files.list(designs)) {
            for (var design : files.filter(it -> it.toString().endsWith(".jrxml")).toList()) {
                var name = design.getFileName().toString().replaceFirst("jrxml$", "jasper");
                JasperCompileManager.compileReportToFile(
                        design.toString(), compiled.resolve(name).toString());
            }
        }
        Files.write(
                compiled.resolve("srgb.icc"),
                ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData());
    }
}
