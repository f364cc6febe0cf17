package org.rasd.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rasd.model.RawRecord;

class TextAndTaggedSourceTest {
    private static final String TEXT =
            "\n عنوان الخبر \nأعلنت الوزارة أن الاجتماع سيعقد غدا في العاصمة\nوقال المتحدث باسمها إن الوفد وصل\n";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "windows-1256", "UTF-16", "UTF-16LE"})
    void the_first_line_of_a_text_is_its_title(String charset) throws Exception {
        List<RawRecord> records = new Archive(folder)
                .with("a.txt", TEXT.getBytes(Charset.forName(charset)))
                .read();
        assertThat(records)
                .extracting(RawRecord::title)
                .extracting(String::strip)
                .containsExactly("عنوان الخبر");
        assertThat(records.get(0).body()).startsWith("أعلنت").endsWith("وصل");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text-file-name", "text-folder", "text-file-time", "text-fixed"})
    void dates_come_from_where_the_profile_says(String name) throws Exception {
        DateFrom from = switch (name) {
            case "text-folder" -> DateFrom.FOLDER;
            case "text-file-time" -> DateFrom.FILE_TIME;
            case "text-fixed" -> DateFrom.FIXED;
            default -> DateFrom.FILE_NAME;
        };
        Profile usual = Profile.of("text-file-name", Map.of());
        Profile dated = new Profile(
                usual.name(),
                Map.of(),
                "paper.example",
                usual.bodyFormat(),
                usual.dateBasis(),
                List.of(from),
                usual.datePattern(),
                java.time.LocalDate.of(2020, 2, 2),
                List.of(),
                null,
                CsvLayout.FOUND);
        Map<String, Profile> profiles = new TreeMap<>(Archive.profiles());
        profiles.put("text-file-name", dated);
        Archive archive = new Archive(folder).with("2024/05/06/خبر-2023_01_15.txt", TEXT);
        ReadSettings settings = archive.settings();
        RawRecord record = Archive.read(new ReadSettings(settings.inputs(), profiles, Archive.CAP, 1 << 16))
                .get(0);
        assertThat(record.published())
                .isEqualTo(
                        switch (from) {
                            case FOLDER -> "2024-05-06";
                            case FILE_NAME -> "2023-01-15";
                            case FIXED -> "2020-02-02";
                            default -> record.published();
                        });
        assertThat(record.dateBasis()).isEqualTo(from == DateFrom.FILE_TIME ? "capture" : "archive");
        assertThat(record.source()).isEqualTo("paper.example");
    }

    @Test
    void a_large_packed_text_gives_one_record_to_all_tasks_together() throws Exception {
        StringBuilder text = new StringBuilder("عنوان\n");
        new java.util.Random(1).ints(900_000, 'a', 'z').forEach(c -> text.append((char) c));
        byte[] noise = new byte[3 << 20];
        new java.util.Random(2).nextBytes(noise);
        Archive archive = new Archive(folder)
                .with("a.txt.gz", Warcs.gzip(Warcs.bytes(text.toString())))
                .with("b.gz", Warcs.gzip(noise));
        assertThat(Archive.inParts(archive.settings(), 4))
                .extracting(RawRecord::archiveFile)
                .containsExactlyInAnyOrder("a.txt.gz", "b.gz");
    }

    @Test
    void tagged_documents_one_or_many_a_file() throws Exception {
        Map<ArticleField, List<String>> fields =
                Map.of(ArticleField.TITLE, List.of("TITLE"), ArticleField.BODY, List.of("TEXT"));
        Map<String, Profile> profiles = new TreeMap<>(Archive.profiles());
        profiles.put("ant", Profile.of("ant", fields));
        Archive archive = new Archive(folder)
                .with(
                        "a.txt",
                        "<DOC>\n<TITLE>أول</TITLE>\n<TEXT>\nنص\n</TEXT>\n</DOC>\n\n<DOC>\n<TITLE>ثان</TITLE>\n<DOC>\n"
                                + "<TITLE>ثالث</TITLE>\n</DOC>\nrubbish\n<DOC><TITLE>رابع</TITLE></DOC>\n");
        List<RawRecord> records = new ArrayList<>(
                Archive.read(new ReadSettings(archive.settings().inputs(), profiles, Archive.CAP, 1 << 16)));
        assertThat(records).extracting(RawRecord::title).containsExactly("أول", null, "ثالث", null, "رابع");
        assertThat(records).extracting(RawRecord::reason).containsExactly(null, "truncated", null, "bad_record", null);
        assertThat(records.get(0).body()).isEqualTo("نص");
    }
}
