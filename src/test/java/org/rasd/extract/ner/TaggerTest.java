package org.rasd.extract.ner;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rasd.model.ConfRoot;

/** The tagger on sentences of our own: it learns, says the same each time, and the model that ships knows plain cases. */
class TaggerTest {
    private static final ConfRoot CONF = ConfRoot.classpath();

    private static List<BioSentence> lessons() {
        List<BioSentence> out = new ArrayList<>();
        for (String town : List.of("مرجانة", "سنديان", "زيتونة", "قرنفل")) {
            out.add(new BioSentence(List.of("وصل", "الوفد", "إلى", town, "أمس", "."), new int[] {0, 0, 0, 3, 0, 0}));
            out.add(new BioSentence(
                    List.of("قال", "سمير", "الحكيم", "إن", "العمل", "بدأ"), new int[] {0, 1, 2, 0, 0, 0}));
        }
        return out;
    }

    private static byte[] trained() throws IOException {
        NameLists lists = NameLists.load(CONF);
        TaggerModel model = new CrfTrainer(CrfTrainer.Settings.DEFAULT)
                .train(lessons(), lists, new WordReader(lists, new Clusters(Map.of())));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        model.write(out);
        return out.toByteArray();
    }

    @Test
    void theSameDataGiveTheSameModel() throws IOException {
        assertThat(trained()).isEqualTo(trained());
    }

    @Test
    void aLessonIsLearned() {
        NameLists lists = NameLists.load(CONF);
        Clusters none = new Clusters(Map.of());
        TaggerModel model =
                new CrfTrainer(CrfTrainer.Settings.DEFAULT).train(lessons(), lists, new WordReader(lists, none));
        Tagger tagger = new Tagger(new TaggerData(lists, none, model));
        assertThat(tagger.names(List.of("وصل", "الوفد", "إلى", "خزامى", "أمس", ".")))
                .as("a town that was never seen stands where towns stood")
                .containsExactly(new Tags.Name(3, 3, "LOC"));
    }

    @Test
    void theShippedModelFindsPlainNames() {
        Tagger tagger = new Tagger(TaggerData.load(CONF));
        List<String> tokens = List.of("التقى", "الرئيس", "محمود", "منصور", "في", "باريس", "وفدا", ".");
        assertThat(tagger.names(tokens)).contains(new Tags.Name(2, 3, "PER"), new Tags.Name(5, 5, "LOC"));
        assertThat(tagger.names(List.of())).isEmpty();
    }

    @Test
    void whatWasTaggedBeforeChangesNothing() {
        TaggerData data = TaggerData.load(CONF);
        Tagger used = new Tagger(data);
        SplittableRandom random = new SplittableRandom(5);
        List<String> words = List.of("في", "لندن", "قال", "وزير", "أحمد", "شركة", "،", "2024", "م", "ويلسون");
        for (int round = 0; round < 200; round++) {
            List<String> sentence = random.ints(1 + random.nextInt(12), 0, words.size())
                    .mapToObj(words::get)
                    .toList();
            assertThat(used.tags(sentence)).as("%s", sentence).isEqualTo(new Tagger(data).tags(sentence));
        }
    }

    @Test
    void tokensLeadBackToTheText() {
        String text = "قال («سمير»): إنّ 50% من A-4 \u200fوصل.";
        for (Tokens.Token token : Tokens.of(text, 0, text.length())) {
            assertThat(text.substring(token.begin(), token.end())).isEqualTo(token.text());
        }
        assertThat(Tokens.of(text, 0, text.length()).stream().map(Tokens.Token::text))
                .contains("سمير", "إنّ", "50", "%", "(", "«");
    }

    @Test
    void tagsOfAllCorporaAreRead(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("x.txt");
        Files.writeString(file, "سمير B-PERS\nالحكيم I-PERS\n. O\n\nنيل B-MIS1\nقلم OO\nهيئة\tB-ORG\nالبحر I--ORG\n");
        List<BioSentence> read = BioSentence.read(file);
        assertThat(read).hasSize(2);
        assertThat(read.get(0).tags()).containsExactly(1, 2, 0);
        assertThat(Stream.of(Tags.names(read.get(1).tags()))
                        .flatMap(List::stream)
                        .map(Tags.Name::type))
                .containsExactly("MISC", "ORG");
    }

    @Test
    void scoresCountExactSpansOnly() {
        Tagger tagger = new Tagger(TaggerData.load(CONF));
        BioSentence right = new BioSentence(List.of("في", "باريس"), new int[] {0, 3});
        BioSentence wrong = new BioSentence(List.of("في", "باريس"), new int[] {3, 4});
        assertThat(NameScores.of(tagger, List.of(right)).f1()).isEqualTo(1);
        assertThat(NameScores.of(tagger, List.of(wrong)).f1()).isZero();
    }
}
