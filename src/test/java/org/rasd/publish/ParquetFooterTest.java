package org.rasd.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.Encoding;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.Util;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.SerializableConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rasd.publish.Manifest.PublishedFile;
import org.rasd.testing.LocalSpark;

class ParquetFooterTest {
    private static final int TAIL = 8;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    /** As another process could write it: the hash set of encodings has no order, so the copy has it the other way round. */
    @Test
    void theOrderOfEncodingsDoesNotShowInTheBytes() throws IOException {
        SparkSession spark = LocalSpark.session();
        spark.range(500)
                .selectExpr("id % 7 as few", "cast(id as string) as many")
                .coalesce(1)
                .write()
                .parquet(folder.resolve("written").toString());
        Path written;
        try (Stream<Path> files = Files.list(folder.resolve("written"))) {
            written = files.filter(file -> file.toString().endsWith(".parquet"))
                    .findFirst()
                    .orElseThrow();
        }
        byte[] bytes = Files.readAllBytes(written);
        Path one = Files.write(Files.createDirectories(folder.resolve("one")).resolve("part-0.parquet"), bytes);
        Path other =
                Files.write(Files.createDirectories(folder.resolve("other")).resolve("part-0.parquet"), turned(bytes));
        assertThat(Files.readAllBytes(other)).as("the turned copy").isNotEqualTo(bytes);
        PublishedFile first = finish(one);
        PublishedFile second = finish(other);
        assertThat(second.sha256()).isEqualTo(first.sha256());
        assertThat(Files.readAllBytes(folder.resolve(second.path().replaceFirst("^t/", "other/"))))
                .isEqualTo(Files.readAllBytes(folder.resolve(first.path().replaceFirst("^t/", "one/"))));
        assertThat(spark.read().parquet(folder.resolve("other").toString()).count())
                .as("rows that Spark reads back")
                .isEqualTo(500);
        assertThat(second.bytes())
                .isEqualTo(Files.size(folder.resolve(second.path().replaceFirst("^t/", "other/"))));
    }

    private static PublishedFile finish(Path file) throws IOException {
        return new FileFinisher(new SerializableConfiguration(new Configuration()))
                .finish(new FileFinisher.Written(file.toString(), "t", 0));
    }

    private static byte[] turned(byte[] bytes) throws IOException {
        int size = java.nio.ByteBuffer.wrap(bytes, bytes.length - TAIL, Integer.BYTES)
                .order(java.nio.ByteOrder.LITTLE_ENDIAN)
                .getInt();
        int begin = bytes.length - TAIL - size;
        FileMetaData meta = Util.readFileMetaData(new ByteArrayInputStream(bytes, begin, size));
        for (RowGroup group : meta.getRow_groups()) {
            for (ColumnChunk chunk : group.getColumns()) {
                List<Encoding> encodings = new ArrayList<>(chunk.getMeta_data().getEncodings());
                Collections.reverse(encodings);
                chunk.getMeta_data().setEncodings(encodings);
            }
        }
        byte[] footer = ParquetFooter.bytes(meta);
        byte[] out = Arrays.copyOf(bytes, begin + footer.length);
        System.arraycopy(footer, 0, out, begin, footer.length);
        return out;
    }
}
