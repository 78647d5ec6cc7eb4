package uk.org.kscb.portal.ear.journey;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/** A picture of a page with a palette in place of full colours: a third of the size, and nobody sees the difference. */
final class Picture {
    private static final int COLOURS = 256;

    private Picture() {}

    static void write(byte[] png, Path file) throws IOException {
        BufferedImage full = ImageIO.read(new ByteArrayInputStream(png));
        int[] pixels = full.getRGB(0, 0, full.getWidth(), full.getHeight(), null, 0, full.getWidth());
        Map<Integer, Integer> counts = new HashMap<>();
        for (int pixel : pixels) {
            counts.merge(pixel & 0xffffff, 1, Integer::sum);
        }
        List<Integer> palette = palette(counts);
        Map<Integer, Integer> places = new HashMap<>();
        counts.keySet().forEach(colour -> places.put(colour, nearest(palette, colour)));
        BufferedImage small =
                new BufferedImage(full.getWidth(), full.getHeight(), BufferedImage.TYPE_BYTE_INDEXED, model(palette));
        int[] indexes = new int[pixels.length];
        for (int i = 0; i < pixels.length; i++) {
            indexes[i] = places.getOrDefault(pixels[i] & 0xffffff, 0);
        }
        small.getRaster().setPixels(0, 0, full.getWidth(), full.getHeight(), indexes);
        ImageIO.write(small, "png", file.toFile());
    }

    /** The most used colours, and of each kind the most used one: the amber of a triangle beside all the greys of letters. */
    private static List<Integer> palette(Map<Integer, Integer> counts) {
        Comparator<Integer> byUse = Comparator.comparing(colour -> counts.getOrDefault(colour, 0));
        Map<Integer, Integer> kinds = new HashMap<>();
        counts.keySet().forEach(colour -> kinds.merge(colour & 0xf0f0f0, colour, BinaryOperator.maxBy(byUse)));
        return Stream.concat(
                        counts.keySet().stream().sorted(byUse.reversed()).limit(COLOURS / 4),
                        kinds.values().stream().sorted(byUse.reversed()))
                .distinct()
                .limit(COLOURS)
                .toList();
    }

    private static int nearest(List<Integer> palette, int colour) {
        int best = 0;
        int least = Integer.MAX_VALUE;
        for (int i = 0; i < palette.size(); i++) {
            int other = palette.get(i);
            int red = (colour >> 16 & 255) - (other >> 16 & 255);
            int green = (colour >> 8 & 255) - (other >> 8 & 255);
            int blue = (colour & 255) - (other & 255);
            int distance = red * red + green * green + blue * blue;
            if (distance < least) {
                least = distance;
                best = i;
            }
        }
        return best;
    }

    private static IndexColorModel model(List<Integer> palette) {
        int[] colours = palette.stream().mapToInt(Integer::intValue).toArray();
        return new IndexColorModel(8, colours.length, colours, 0, false, -1, java.awt.image.DataBuffer.TYPE_BYTE);
    }
}
