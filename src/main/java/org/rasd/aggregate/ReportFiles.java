package org.rasd.aggregate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.rasd.lang.Sha256;
import org.rasd.model.ConfRoot;
import org.rasd.table.TableSpec;

/**
 * All reports of a configuration: those of {@code conf/reports}, then those of the user's folders.
 *
 * @param reports those without problems, by folder and name
 * @param problems every problem of every file, with file and line
 */
public record ReportFiles(List<Report> reports, List<String> problems) {
    private static final String FOLDER = "reports";
    private static final String SQL = ".sql";
    private static final String CONTRACT = ".conf";

    /** Keeps the lists unchangeable. */
    public ReportFiles {
        reports = List.copyOf(reports);
        problems = List.copyOf(problems);
    }

    /**
     * Reads every pair of files; needs no Spark session.
     *
     * @param folders folders of the user with further pairs; a folder that is not there is a problem
     */
    public static ReportFiles read(ConfRoot conf, List<Path> folders) {
        Reader reader = new Reader();
        reader.pairs(conf, FOLDER);
        for (Path folder : folders) {
            if (Files.isDirectory(folder)) {
                reader.pairs(ConfRoot.folder(folder), "");
            } else {
                reader.problems.add(
                        "Cannot read reports: folder, got " + folder + ", which is no folder; correct reports.folders");
            }
        }
        return new ReportFiles(reader.reports, reader.problems);
    }

    /** The tables that the reports make. */
    public List<TableSpec> tables() {
        return reports.stream().map(Report::table).toList();
    }

    /**
     * What tells these queries, contracts and the names that they read from others, for the manifest: rows that others made
     * are no part of what these make.
     */
    public String rules(ConfRoot conf) {
        String queries = reports.stream()
                .map(report -> report.table() + "|" + report.sql() + "|" + report.byPeriod())
                .collect(Collectors.joining("\n"));
        return Sha256.id(queries + "\n" + Entities.text(conf));
    }

    private static final class Reader {
        private final List<Report> reports = new ArrayList<>();
        private final List<String> problems = new ArrayList<>();
        private final Map<String, String> known = new HashMap<>();

        void pairs(ConfRoot root, String folder) {
            List<String> files = root.list(folder);
            Set<String> names = new TreeSet<>();
            for (String file : files) {
                if (file.endsWith(SQL) || file.endsWith(CONTRACT)) {
                    names.add(file.substring(0, file.lastIndexOf('.')));
                }
            }
            for (String name : names) {
                String path = folder.isEmpty() ? name : folder + "/" + name;
                if (complete(root, path, name, files)) {
                    pair(root, path, name);
                }
            }
        }

        private boolean complete(ConfRoot root, String path, String name, List<String> files) {
            for (String end : List.of(SQL, CONTRACT)) {
                if (!files.contains(name + end)) {
                    problems.add("Cannot use report " + name + ": " + root.describe(path + end)
                            + " is missing; put it beside its other file");
                    return false;
                }
            }
            return true;
        }

        private void pair(ConfRoot root, String path, String name) {
            String sqlFile = root.describe(path + SQL);
            String contractFile = root.describe(path + CONTRACT);
            String earlier = known.putIfAbsent(name, sqlFile);
            if (earlier != null) {
                problems.add(sqlFile + ": Cannot use report " + name + ": its name, got one that " + earlier
                        + " has too; rename it");
                return;
            }
            String sql = statement(text(root, path + SQL, sqlFile));
            ReportSql parsed = ReportSql.parse(sql);
            parsed.problem()
                    .ifPresent(wrong -> problems.add(sqlFile + ":" + wrong.line() + ": Cannot use report " + name
                            + ": its query, got " + wrong.message() + "; write one SELECT in Spark SQL"));
            Optional<ReportContract.Said> said = ReportContract.read(
                    name, contractFile, text(root, path + CONTRACT, contractFile), parsed.reads(), problems);
            if (said.isPresent() && parsed.problem().isEmpty()) {
                reports.add(new Report(
                        said.get().table(), sql, parsed.reads(), said.get().byPeriod(), sqlFile, contractFile));
            }
        }

        private String text(ConfRoot root, String path, String shown) {
            try {
                return new String(root.bytes(path), java.nio.charset.StandardCharsets.UTF_8);
            } catch (IOException | UncheckedIOException e) {
                problems.add(shown + ": Cannot read the report: got " + e.getMessage() + "; check its permissions");
                return "";
            }
        }

        /** People end a query with a semicolon; Spark's parser wants none. */
        private static String statement(String sql) {
            String bare = sql.stripTrailing();
            return bare.endsWith(";") ? bare.substring(0, bare.length() - 1) : bare;
        }
    }
}
