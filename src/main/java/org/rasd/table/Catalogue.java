package org.rasd.table;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** All tables of a warehouse, in the order in which users see them. */
public final class Catalogue {
    private final List<TableSpec> tables;

    private Catalogue(List<TableSpec> tables) {
        this.tables = List.copyOf(tables);
        Set<String> names = new HashSet<>();
        for (TableSpec table : tables) {
            if (!names.add(table.name())) {
                throw new IllegalArgumentException(
                        "Cannot build the catalogue: tables, got " + table.name() + " twice; give each its own name");
            }
        }
    }

    /** The catalogue of {@code tables}; fails where a name comes twice. */
    public static Catalogue of(List<TableSpec> tables) {
        return new Catalogue(tables);
    }

    /** The catalogue of the tables that {@code records} describe. */
    @SafeVarargs
    public static Catalogue of(Class<? extends Record>... records) {
        return new Catalogue(Arrays.stream(records).map(TableSpec::of).toList());
    }

    /** This catalogue with {@code more} behind it. */
    public Catalogue with(List<TableSpec> more) {
        return new Catalogue(Stream.concat(tables.stream(), more.stream()).toList());
    }

    /** All tables in order. */
    public List<TableSpec> tables() {
        return tables;
    }

    /** Names of all tables in order. */
    public List<String> names() {
        return tables.stream().map(TableSpec::name).toList();
    }

    /** The table called {@code name}, if there is one. */
    public Optional<TableSpec> find(String name) {
        return tables.stream().filter(table -> table.name().equals(name)).findFirst();
    }

    /** The table called {@code name}; fails with the names that there are. */
    public TableSpec get(String name) {
        return find(name)
                .orElseThrow(() -> new IllegalArgumentException(
                        "Cannot find the table: got " + name + "; use one of " + String.join(", ", names())));
    }
}
