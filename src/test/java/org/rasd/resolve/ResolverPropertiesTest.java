package org.rasd.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for any sightings; they are drawn from seeded random numbers, so a failure can be run again. */
class ResolverPropertiesTest {
    private final ResolveSettings settings = ResolveSettings.defaults();
    private final Resolver resolver = new Resolver(settings);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void theOrderOfArrivalChangesNothing(long seed) {
        List<Sighting> sightings = Drawn.sightings(new Random(seed), 400, 120);
        List<Sighting> shuffled = new ArrayList<>(sightings);
        Collections.shuffle(shuffled, new Random(seed + 1));
        assertThat(links(shuffled)).isEqualTo(links(sightings));
        assertThat(resolver.resolve(shuffled).events())
                .isEqualTo(resolver.resolve(sightings).events());
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13})
    void eachSightingOfAKnownPartyHasExactlyOneEventAndEachEventItsSightings(long seed) {
        Resolver.Resolution resolution = resolver.resolve(Drawn.sightings(new Random(seed), 400, 60));
        assertThat(resolution.sightings()).extracting(Sighting::eventMentionId).doesNotHaveDuplicates();
        assertThat(resolution.events().stream()
                        .mapToInt(event -> event.mentionCount())
                        .sum())
                .isEqualTo(resolution.sightings().size());
        assertThat(resolution.events()).extracting(event -> event.eventId()).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23})
    void aBlockNeedsNoOtherBlock(long seed) {
        List<Sighting> sightings = Drawn.sightings(new Random(seed), 300, 60);
        Map<String, String> whole = links(sightings);
        SideFinder sides = new SideFinder(settings);
        Map<String, List<Sighting>> byStretch = new TreeMap<>();
        sightings.stream()
                .collect(Collectors.groupingBy(StoryResolver::key))
                .values()
                .forEach(story -> new StoryResolver(settings)
                        .resolve(story)
                        .forEach(told -> sides.keys(told)
                                .forEach(key -> byStretch
                                        .computeIfAbsent(key, any -> new ArrayList<>())
                                        .add(told))));
        Map<String, List<Sighting>> byBlock = new TreeMap<>();
        byStretch.forEach((key, stretch) -> sides.resolve(key, stretch).stream()
                .filter(told -> !told.blockKey().isEmpty())
                .forEach(told -> byBlock.computeIfAbsent(told.blockKey(), any -> new ArrayList<>())
                        .add(told)));
        byBlock.values()
                .forEach(block -> new BlockResolver(settings)
                        .resolve(block)
                        .forEach(
                                s -> assertThat(whole).containsEntry(s.eventMentionId(), String.valueOf(s.eventId()))));
    }

    @ParameterizedTest
    @ValueSource(longs = {31, 32, 33, 34})
    void whatAMonthTellsFollowsFromTheWeeksAroundIt(long seed) {
        StoryResolver stories = new StoryResolver(settings);
        Map<String, List<Sighting>> byBlock = new TreeMap<>();
        Drawn.sightings(new Random(seed), 1_500, 500, 270).stream()
                .collect(Collectors.groupingBy(StoryResolver::key))
                .values()
                .forEach(story -> stories.resolve(story)
                        .forEach(told -> byBlock.computeIfAbsent(told.storyBlockKey(), any -> new ArrayList<>())
                                .add(told.inGroup(told.storyGroupId(), told.storyBlockKey()))));
        int compared = 0;
        for (List<Sighting> block : byBlock.values()) {
            String type = block.get(0).eventType();
            Map<String, List<Sighting>> groups = BlockResolver.groups(block);
            Map<String, String> whole = new Months(settings, type, groups).leads();
            Map<String, LocalDate> days = new TreeMap<>();
            groups.forEach((id, group) -> days.put(id, day(Draft.of(group, settings.affiliations()))));
            int reach = new Calendar(settings, type).reachDays();
            for (YearMonth month = YearMonth.of(2024, 1); month.getYear() == 2024; month = month.plusMonths(1)) {
                LocalDate first = month.atDay(1).minusDays(reach);
                LocalDate last = month.atEndOfMonth().plusDays(reach);
                Map<String, List<Sighting>> near = new TreeMap<>(groups);
                near.keySet()
                        .removeIf(id -> Objects.requireNonNull(days.get(id)).isBefore(first)
                                || Objects.requireNonNull(days.get(id)).isAfter(last));
                Map<String, String> cut = new Months(settings, type, near).leads();
                for (String id : near.keySet()) {
                    if (YearMonth.from(Objects.requireNonNull(days.get(id))).equals(month) && whole.containsKey(id)) {
                        assertThat(cut).as("%s of %s", id, month).containsEntry(id, whole.get(id));
                        compared += whole.get(id).equals(id) ? 0 : 1;
                    }
                }
            }
        }
        assertThat(compared).as("groups that follow another").isGreaterThan(100);
    }

    private static LocalDate day(Draft group) {
        return group.told().map(Span::first).orElse(group.publishedOn());
    }

    @ParameterizedTest
    @ValueSource(ints = {2_000, 8_000, 32_000})
    void comparisonsGrowInLineWithMentions(int count) {
        Random random = new Random(count);
        List<Sighting> oneDyad = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Told told = Told.event("ASSAULT", "m" + i, "2024-01-01", "ISR").against("PSE");
            oneDyad.add(Drawn.at(told, LocalDate.of(2024, 1, 1).plusDays(random.nextInt(365)), random)
                    .sighting()
                    .inGroup("m" + i, "ASSAULT|ISR"));
        }
        long comparisons = new BlockResolver(settings).sweep(oneDyad).comparisons();
        assertThat(comparisons).as("comparisons for %s mentions", count).isBetween(count / 2L, 100L * count);
    }

    @ParameterizedTest
    @ValueSource(ints = {1_000, 4_000, 16_000})
    void sentencesAreComparedWithABoundedNumberOfEarlierOnes(int count) {
        Random random = new Random(count);
        List<Sighting> oneDyad = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Told told = Told.event("ASSAULT", "m" + i, "2024-01-01", "ISR").against("PSE");
            StringBuilder words = new StringBuilder();
            for (int word = 0; word < 12; word++) {
                words.append(" كلمة").append(random.nextInt(60));
            }
            oneDyad.add(told.saying(words.toString()).sighting());
        }
        Echoes echoes = new Echoes(oneDyad, settings);
        oneDyad.forEach(echoes::hear);
        assertThat(echoes.comparisons())
                .as("comparisons for %s mentions of like words", count)
                .isBetween((long) count, 64L * count);
    }

    private Map<String, String> links(List<Sighting> sightings) {
        return resolver.resolve(sightings).sightings().stream()
                .collect(Collectors.toMap(
                        Sighting::eventMentionId, s -> String.valueOf(s.eventId()), (a, b) -> a, TreeMap::new));
    }
}
