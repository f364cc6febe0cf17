package org.rasd.resolve;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Sightings drawn from seeded random numbers. */
final class Drawn {
    private static final String[] STATUS = {"occurred", "planned", "proposed", "negated"};
    private static final String[] TYPES = {"PRISONER_EXCHANGE", "ASSAULT", "AGREEMENT", "CONSULT"};
    private static final String[] CODES = {"RUS", "UKR", "ISR", "HAMAS", "PSE", "TUR"};

    private Drawn() {}

    /** So many of 2024's first 90 days. */
    static List<Sighting> sightings(Random random, int count, int articles) {
        return sightings(random, count, articles, 90);
    }

    static List<Sighting> sightings(Random random, int count, int articles, int days) {
        List<Sighting> drawn = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int article = random.nextInt(articles);
            LocalDate published = LocalDate.of(2024, 1, 1).plusDays(article % days);
            String from = CODES[random.nextInt(CODES.length)];
            String to = CODES[random.nextInt(CODES.length)];
            String type = TYPES[random.nextInt(TYPES.length)];
            String[] parties = random.nextInt(4) == 0 ? new String[] {from} : new String[] {from, to};
            Told told = Told.event(
                            type, String.format(java.util.Locale.ROOT, "m%04d", i), published.toString(), parties)
                    .in("a" + article, random.nextInt(12))
                    .copyOfStory("s" + (article % 4 == 0 ? article / 12 : articles + article))
                    .as(STATUS[random.nextInt(STATUS.length)]);
            drawn.add(at(told, published, random).sighting());
        }
        return drawn;
    }

    static Told at(Told told, LocalDate day, Random random) {
        Told spread = told.saying("كلمة" + random.nextInt(50) + " مكان" + random.nextInt(30));
        return switch (random.nextInt(6)) {
            case 0, 1 -> spread.on(day.minusDays(random.nextInt(3)).toString());
            case 2 -> spread.inMonth(day.toString().substring(0, 7));
            case 3 -> spread.background();
            case 4 -> spread.persons(10 + random.nextInt(500));
            default -> spread;
        };
    }
}
