package org.rasd.lang;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CliticsTest {
    private final Clitics clitics = new Clitics();

    /** The flags' names, or "none" where the word does not parse so. */
    @ParameterizedTest
    @CsvSource({
        "اجتماع, اجتماع, NOUN, 0",
        "والاجتماع, اجتماع, NOUN, 17",
        "وباجتماعهم, اجتماع, NOUN, 131",
        "للاجتماع, اجتماع, NOUN, 20",
        "اجتماعي, اجتماع, NOUN, 128",
        "الاجتماعي, اجتماع, NOUN, -1",
        "الاجتماعي, الاجتماع, NOUN, -1",
        "والاجتماعها, اجتماع, NOUN, -1",
        "التزامي, التزام, NOUN, 128",
        "وسيوقع, يوقع, PRESENT, 33",
        "ليوقعه, يوقع, PRESENT, 192",
        "سوقع, وقع, PAST, -1",
        "والان, الان, FIXED, 1",
        "بالان, الان, FIXED, -1",
        "احتجزوه, احتجزو, PAST_OPEN, 128",
        "احتجزو, احتجزو, PAST_OPEN, -1",
    })
    void parsesWhatStandsAroundAForm(String word, String form, Attach attach, int flags) {
        int begin = word.indexOf(form);
        assertThat(clitics.parse(word, 0, begin, begin + form.length(), word.length(), attach))
                .as("%s as %s with clitics", word, form)
                .isEqualTo(flags);
    }
}
