package org.rasd.clean;

import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.util.AccumulatorV2;

/** What tasks count while they read: the account, the days that the input holds, reject reasons; sent home by Spark. */
final class Tally extends AccumulatorV2<Tally, Account> {
    private static final long serialVersionUID = 1L;

    private Account account = new Account();
    private TreeMap<LocalDate, Long> days = new TreeMap<>();
    private TreeMap<String, Long> reasons = new TreeMap<>();

    void candidate(String file, LocalDate day) {
        account.read(file, Account.Reading.CANDIDATE);
        days.merge(day, 1L, Long::sum);
    }

    void rejected(String file, String reason) {
        account.read(file, Account.Reading.REJECTED);
        reasons.merge(reason, 1L, Long::sum);
    }

    void outOfRange(String file) {
        account.read(file, Account.Reading.OUT_OF_RANGE);
    }

    Account account() {
        return account;
    }

    /** Candidates by day of publication. */
    Map<LocalDate, Long> days() {
        return days;
    }

    Map<String, Long> reasons() {
        return reasons;
    }

    @Override
    public boolean isZero() {
        return account.files().isEmpty();
    }

    @Override
    public Tally copy() {
        Tally copy = new Tally();
        copy.merge(this);
        return copy;
    }

    @Override
    public void reset() {
        account = new Account();
        days = new TreeMap<>();
        reasons = new TreeMap<>();
    }

    @Override
    public void add(Tally more) {
        merge(more);
    }

    @Override
    public void merge(AccumulatorV2<Tally, Account> other) {
        Tally more = (Tally) other;
        account.add(more.account);
        more.days.forEach((day, count) -> days.merge(day, count, Long::sum));
        more.reasons.forEach((reason, count) -> reasons.merge(reason, count, Long::sum));
    }

    @Override
    public Account value() {
        return account;
    }
}
