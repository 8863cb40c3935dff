package id.zitrack.dossier;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.math.BigDecimal;
import java.util.List;
import net.sf.jasperreports.engine.JasperReportsContext;
import net.sf.jasperreports.renderers.AbstractRenderer;
import net.sf.jasperreports.renderers.Graphics2DRenderable;
import org.jspecify.annotations.Nullable;

/**
 * The score of a whole sheet as a range from strict to best on a scale, with the official score as a dot and the
 * awards' minimums as marks. Printed as vectors.
 */
final class RangeDrawing extends AbstractRenderer implements Graphics2DRenderable {
    private static final long serialVersionUID = 1L;
    private static final Color INK = new Color(0x14303F);
    private static final Color INK_2 = new Color(0x45606E);
    private static final Color SEA = new Color(0x0F5C6E);
    private static final Color SEA_PALE = new Color(0x9FC6CC);
    private static final Color WASH = new Color(0xE4E8E1);

    private final float strict;
    private final float official;
    private final float best;
    private final float full;
    private final transient List<Mark> marks;

    /** A minimum on the scale. */
    record Mark(String label, BigDecimal at) {}

    RangeDrawing(BigDecimal strict, BigDecimal official, BigDecimal best, BigDecimal full, List<Mark> marks) {
        this.strict = strict.floatValue();
        this.official = official.floatValue();
        this.best = best.floatValue();
        this.full = full.floatValue();
        this.marks = List.copyOf(marks);
    }

    @Override
    public void render(@Nullable JasperReportsContext context, Graphics2D page, Rectangle2D frame) {
        var g = (Graphics2D) page.create();
        g.translate(frame.getX(), frame.getY());
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setFont(new Font("DejaVu Sans Condensed", Font.PLAIN, 7));
        double width = frame.getWidth();
        double top = 20;
        g.setColor(WASH);
        g.fill(new RoundRectangle2D.Double(0, top, width, 7, 7, 7));
        g.setColor(SEA_PALE);
        g.fill(new Rectangle2D.Double(at(strict, width), top, Math.max(at(best - strict, width), 1), 7));
        g.setColor(SEA);
        g.fill(new RoundRectangle2D.Double(0, top, at(strict, width), 7, 7, 7));
        g.fill(new Ellipse2D.Double(at(official, width) - 5.5, top - 2, 11, 11));
        g.setColor(Color.WHITE);
        g.fill(new Ellipse2D.Double(at(official, width) - 2.5, top + 1, 5, 5));
        g.setStroke(new BasicStroke(0.8f));
        for (var mark : marks) {
            double x = at(mark.at().floatValue(), width);
            g.setColor(INK);
            g.draw(new Line2D.Double(x, top - 4, x, top + 11));
            text(g, mark.label(), x, top - 7, width);
        }
        g.setColor(INK_2);
        text(g, "0", 0, top + 18, width);
        text(g, Numbers.plain(BigDecimal.valueOf(full)), width, top + 18, width);
        g.dispose();
    }

    private double at(float points, double width) {
        return points / full * width;
    }

    private static void text(Graphics2D g, String text, double x, double y, double width) {
        double length = g.getFontMetrics().stringWidth(text);
        g.drawString(text, (float) Math.max(0, Math.min(x - length / 2, width - length)), (float) y);
    }
}
