package org.rasd.extract.ner;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.rasd.model.ConfRoot;

/**
 * Weights of the tagger.
 *
 * <p>Shape: a row of {@link Tags#COUNT} weights a hashed feature, a byte each times {@code scale}; weights of neighbouring tags
 * as they are. Source: conf/models/tagger.bin, packed with gzip.
 */
final class TaggerModel {
    /** Rows of the table of weights, as a power of two. */
    static final int BITS = 20;
    /** Cuts a hash to a row. */
    static final int MASK = (1 << BITS) - 1;

    private static final String FILE = "models/tagger.bin";
    private static final int MAGIC = 0x52544731;

    private final byte[] weights;
    private final float scale;
    private final float[][] moves;

    TaggerModel(byte[] weights, float scale, float[][] moves) {
        this.weights = weights;
        this.scale = scale;
        this.moves = moves;
    }

    /** Rounds trained weights to bytes. */
    static TaggerModel round(float[] trained, float[][] moves) {
        float top = 0;
        for (float w : trained) {
            top = Math.max(top, Math.abs(w));
        }
        float scale = Math.max(top, 1e-6f) / 127;
        byte[] out = new byte[trained.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = (byte) Math.round(trained[i] / scale);
        }
        return new TaggerModel(out, scale, moves);
    }

    float[][] moves() {
        return moves;
    }

    /** Adds the weights of a feature to {@code scores}. */
    void add(int feature, float[] scores) {
        int row = (feature & MASK) * Tags.COUNT;
        for (int t = 0; t < Tags.COUNT; t++) {
            scores[t] += weights[row + t];
        }
    }

    float scale() {
        return scale;
    }

    static TaggerModel load(ConfRoot conf) {
        try (DataInputStream in =
                new DataInputStream(new GZIPInputStream(new ByteArrayInputStream(conf.bytes(FILE)), 1 << 16))) {
            if (in.readInt() != MAGIC) {
                throw new IOException("no model of this tagger");
            }
            float scale = in.readFloat();
            float[][] moves = new float[Tags.COUNT][Tags.COUNT];
            for (float[] row : moves) {
                for (int t = 0; t < row.length; t++) {
                    row[t] = in.readFloat();
                }
            }
            byte[] weights = new byte[Tags.COUNT << BITS];
            in.readFully(weights);
            return new TaggerModel(weights, scale, moves);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Cannot read the tagger: " + conf.describe(FILE) + ", got " + e.getMessage()
                            + "; run `jobs/rasd train tagger`",
                    e);
        }
    }

    void write(OutputStream to) throws IOException {
        try (DataOutputStream out = new DataOutputStream(new GZIPOutputStream(to, 1 << 16))) {
            out.writeInt(MAGIC);
            out.writeFloat(scale);
            for (float[] row : moves) {
                for (float value : row) {
                    out.writeFloat(value);
                }
            }
            out.write(weights);
        }
    }
}
