package org.rasd.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingTextTest {
    @TempDir
    private Path folder;

    private List<GoldArticle> read(String text) throws IOException {
        Path file = folder.resolve("a.txt");
        Files.writeString(file, text);
        return GoldArticle.read(file);
    }

    @Test
    void labelsBelongToTheSentenceAbove() throws IOException {
        GoldArticle article = read("""
                        = paper-1 2021-03-14
                        تبادل مرتقب
                        اتفق الطرفان على تبادل 200 أسير غدا.
                        > PRISONER_EXCHANGE planned src=RUS,UKR med=TUR n=200 d=2021-03-15 t=تبادل
                        ~ ASSAULT occurred h src=ISR tgt=PSE t=اتفق
                        """).get(0);
        assertThat(article.sentences()).as("headline and one sentence").hasSize(2);
        GoldArticle.GoldEvent event = article.events().get(0);
        assertThat(event.sentence()).as("sentence of the first label").isEqualTo(1);
        assertThat(event.source()).as("parties").containsExactly("RUS", "UKR");
        assertThat(event.persons()).as("persons").contains(200);
        assertThat(event.trigger()).as("trigger").isEqualTo("تبادل");
        assertThat(article.events().get(1).optional()).as("~ is optional").isTrue();
        assertThat(article.events().get(1).historical()).as("h is background").isTrue();
    }

    @Test
    void everyProblemIsToldWithItsLine() {
        assertThatThrownBy(
                        () -> read("= paper-1 2021-03-14\nعنوان\n> CONSULT maybe t=عنوان\n> CONSULT occurred t=لقاء\n"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("2 problems")
                .hasMessageContaining("a.txt:3")
                .hasMessageContaining("a.txt:4");
    }
}
