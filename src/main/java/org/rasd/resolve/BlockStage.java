package org.rasd.resolve;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import org.rasd.model.Event;
import org.rasd.table.PackedShuffle;
import org.rasd.table.RecordCodec;

/** Sightings whose blocks are known in; events out, and the sightings that belong to another event than before. */
final class BlockStage {
    private static final RecordCodec<Event> EVENTS = RecordCodec.of(Event.class);

    private final BlockResolver resolver;
    private final EventSummary summary;

    /** A stage by {@code settings}. */
    BlockStage(ResolveSettings settings) {
        resolver = new BlockResolver(settings);
        summary = new EventSummary(settings);
    }

    /** What the blocks of {@code sided} come to; an event that a sighting has already is what an earlier run found. */
    JavaRDD<Block> run(PackedShuffle<Sighting> shuffle, JavaRDD<Sighting> sided) {
        BlockResolver blocks = resolver;
        EventSummary events = summary;
        return shuffle.<Block>grouped(
                        sided,
                        sighting -> List.of(key(sighting)),
                        (key, block, out) -> out.accept(block(block, blocks, events)))
                .mapPartitions(Merging::new);
    }

    /** Those who name nobody are no block, and go where their story goes. */
    private static String key(Sighting sighting) {
        return sighting.blockKey().isEmpty() ? "|" + sighting.storyId() : sighting.blockKey();
    }

    private static Block block(List<Sighting> block, BlockResolver blocks, EventSummary events) {
        Map<String, @Nullable String> before = new HashMap<>();
        block.forEach(sighting -> before.put(sighting.eventMentionId(), sighting.eventId()));
        boolean named = !block.get(0).blockKey().isEmpty();
        List<Sighting> linked = named
                ? blocks.resolve(block)
                : block.stream().map(sighting -> sighting.ofEvent(null)).toList();
        List<Sighting> moved = linked.stream()
                .filter(sighting ->
                        !named || !Objects.equals(before.get(sighting.eventMentionId()), sighting.eventId()))
                .toList();
        Set<String> eventsBefore = new HashSet<>();
        block.stream().map(Sighting::eventId).filter(Objects::nonNull).forEach(eventsBefore::add);
        List<Row> rows = named ? events.each(linked).stream().map(EVENTS::toRow).toList() : List.of();
        return new Block(List.of(packed(moved)), linked.size(), rows, eventsBefore);
    }

    private static byte[] packed(List<Sighting> sightings) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            for (Sighting sighting : sightings) {
                SightingBytes.write(sighting, out);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot pack the sightings of a block", e);
        }
        return bytes.toByteArray();
    }

    /**
     * What some blocks came to.
     *
     * @param packed the sightings that have no event before, or another, as bytes: a fifth of what they take as objects
     * @param size how many sightings there are in all
     * @param events rows of the events
     * @param eventsBefore ids of events that the sightings belonged to before
     */
    record Block(List<byte[]> packed, int size, List<Row> events, Set<String> eventsBefore) implements Serializable {
        /** The packed sightings, each with its event where it has one. */
        Iterator<Sighting> sightings() {
            SightingBytes bytes = new SightingBytes();
            return packed.stream()
                    .flatMap(pack -> unpacked(pack, bytes).stream())
                    .iterator();
        }

        private static List<Sighting> unpacked(byte[] pack, SightingBytes bytes) {
            List<Sighting> sightings = new ArrayList<>();
            ByteArrayInputStream left = new ByteArrayInputStream(pack);
            DataInputStream in = new DataInputStream(left);
            try {
                while (left.available() > 0) {
                    sightings.add(bytes.read(in));
                }
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot unpack the sightings of a block", e);
            }
            return sightings;
        }
    }

    /** Joins small blocks: Spark weighs what it keeps piece by piece, again and again. */
    private static final class Merging implements Iterator<Block> {
        private static final int SIGHTINGS = 20_000;

        private final Iterator<Block> blocks;

        Merging(Iterator<Block> blocks) {
            this.blocks = blocks;
        }

        @Override
        public boolean hasNext() {
            return blocks.hasNext();
        }

        @Override
        public Block next() {
            List<byte[]> packed = new ArrayList<>();
            int size = 0;
            List<Row> events = new ArrayList<>();
            Set<String> eventsBefore = new HashSet<>();
            do {
                Block block = blocks.next();
                packed.addAll(block.packed());
                size += block.size();
                events.addAll(block.events());
                eventsBefore.addAll(block.eventsBefore());
            } while (size < SIGHTINGS && blocks.hasNext());
            return new Block(packed, size, events, eventsBefore);
        }
    }
}
