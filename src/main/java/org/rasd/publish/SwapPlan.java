package org.rasd.publish;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.rasd.publish.Journal.Move;
import org.rasd.publish.Manifest.PublishedFile;
import org.rasd.publish.Manifest.PublishedTable;
import org.rasd.table.TableSpec;

/** Works out the moves that turn the published tables into the staged ones, and leaves alone what stays the same. */
final class SwapPlan {
    private final Store store;
    private final PublishSettings.Format format;
    private final String staging;
    private final String trash;
    private final List<Move> moves = new ArrayList<>();
    private final List<String> removals = new ArrayList<>();
    private final Set<String> keptBefore = new TreeSet<>();
    private final Set<String> kept = new TreeSet<>();

    SwapPlan(Store store, String publication, PublishSettings.Format format) {
        this.store = store;
        this.format = format;
        this.staging = Folders.STAGING + publication;
        this.trash = Folders.TRASH + publication;
    }

    /** The journal of a publication; prepares folders beside the staged ones, touches no published path. */
    Journal plan(List<StagedTable> staged, Manifest before, RunInfo run) throws IOException {
        keptBefore.addAll(before.kept());
        Map<String, PublishedTable> tables = new TreeMap<>(before.tables());
        for (StagedTable table : staged) {
            PublishedTable old = before.tables().get(table.spec().name());
            List<PublishedFile> oldFiles = old == null ? List.of() : old.files();
            tables.put(table.spec().name(), Published.describe(table.spec(), swap(table, oldFiles), old));
        }
        removeKept(tables);
        removals.add(trash);
        removals.add(staging);
        Manifest.Iceberg iceberg =
                format == PublishSettings.Format.ICEBERG ? new Manifest.Iceberg(List.copyOf(kept)) : null;
        return new Journal(moves, new Manifest(Manifest.FORMAT_VERSION, tables, run, iceberg), removals);
    }

    /** What was kept for readers of the snapshots before the last ones, with the folders that have nothing more. */
    private void removeKept(Map<String, PublishedTable> tables) {
        Set<String> used = tables.values().stream()
                .flatMap(table -> table.files().stream())
                .map(PublishedFile::path)
                .collect(Collectors.toCollection(TreeSet::new));
        used.addAll(kept);
        Set<String> folders = used.stream().map(SwapPlan::folder).collect(Collectors.toSet());
        keptBefore.stream()
                .filter(path -> !used.contains(path))
                .map(path -> folders.contains(folder(path)) || !path.contains("=") ? path : folder(path))
                .distinct()
                .forEach(removals::add);
    }

    private static String folder(String path) {
        return path.substring(0, path.lastIndexOf('/'));
    }

    /** Adds the moves of one table; returns its files afterwards. */
    private List<PublishedFile> swap(StagedTable table, List<PublishedFile> oldFiles) throws IOException {
        Map<String, List<PublishedFile>> before = byFolder(oldFiles);
        Map<String, List<PublishedFile>> after = new TreeMap<>(before);
        after.keySet().removeIf(replaced(table));
        after.putAll(byFolder(table.files()));
        Set<String> changed = new TreeSet<>(before.keySet());
        changed.addAll(after.keySet());
        changed.removeIf(folder -> before.getOrDefault(folder, List.of()).equals(after.get(folder)));
        TableSpec spec = table.spec();
        if (format == PublishSettings.Format.ICEBERG || store.swapping() == Store.Swapping.FILE) {
            changed.forEach(
                    folder -> swapFiles(before.getOrDefault(folder, List.of()), after.getOrDefault(folder, List.of())));
        } else if (store.swapping() == Store.Swapping.TABLE
                && spec.partitionColumn().isPresent()
                && changed.size() > 1) {
            swapTable(spec, changed, after);
        } else {
            for (String folder : changed) {
                swapFolder(folder, after.containsKey(folder));
            }
        }
        return after.values().stream().flatMap(List::stream).toList();
    }

    private static Predicate<String> replaced(StagedTable table) {
        if (!(table.scope() instanceof Replace.Days days)) {
            return folder -> true;
        }
        Set<String> folders =
                days.days().stream().map(day -> Folders.day(table.spec(), day)).collect(Collectors.toSet());
        return folders::contains;
    }

    private void swapFiles(List<PublishedFile> before, List<PublishedFile> after) {
        Set<String> old = before.stream().map(PublishedFile::path).collect(Collectors.toSet());
        Set<String> now = after.stream().map(PublishedFile::path).collect(Collectors.toSet());
        now.stream()
                .filter(path -> !old.contains(path) && !keptBefore.contains(path)) // its name tells its bytes
                .sorted()
                .forEach(path -> moves.add(new Move(staged(path), path)));
        old.stream()
                .filter(path -> !now.contains(path))
                .sorted()
                .forEach(path -> (format == PublishSettings.Format.ICEBERG ? kept : removals).add(path));
    }

    private void swapFolder(String folder, boolean willBeThere) throws IOException {
        if (store.exists(folder)) {
            moves.add(new Move(folder, trash + "/" + folder));
        }
        if (willBeThere) {
            moves.add(new Move(staged(folder), folder));
        }
    }

    /** Builds the whole table anew: changed days from the staging, the others as second names of their files. */
    private void swapTable(TableSpec spec, Set<String> changed, Map<String, List<PublishedFile>> after)
            throws IOException {
        String built = staging + "/" + spec.name() + ".new";
        store.createFolders(built + "/" + spec.name());
        for (Map.Entry<String, List<PublishedFile>> folder : after.entrySet()) {
            if (changed.contains(folder.getKey())) {
                store.move(staged(folder.getKey()), built + "/" + folder.getKey());
            } else {
                for (PublishedFile file : folder.getValue()) {
                    store.link(file.path(), built + "/" + file.path());
                }
            }
        }
        if (store.exists(spec.name())) {
            moves.add(new Move(spec.name(), trash + "/" + spec.name()));
        }
        moves.add(new Move(built + "/" + spec.name(), spec.name()));
    }

    private String staged(String path) {
        return staging + "/" + path;
    }

    private static Map<String, List<PublishedFile>> byFolder(List<PublishedFile> files) {
        return files.stream()
                .sorted(Comparator.comparing(PublishedFile::path))
                .collect(Collectors.groupingBy(PublishedFile::folder, TreeMap::new, Collectors.toList()));
    }
}
