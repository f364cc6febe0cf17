#!/usr/bin/env python3
"""Checks the labelled training articles beside this file and counts their labels.

Usage: check.py [FILE ...]   (default: articles/*.txt). Exit status 1 if a fault is found.
"""
import collections
import datetime
import pathlib
import re
import sys

TYPES = (
    "PRISONER_EXCHANGE PRISONER_RELEASE CEASEFIRE AGREEMENT CONSULT AID COOPERATE SUPPORT CONCEDE RETREAT "
    "REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION MOBILIZE COERCE ASSAULT"
).split()
TWO_SIDED = {"PRISONER_EXCHANGE", "CEASEFIRE", "AGREEMENT", "CONSULT", "COOPERATE"}
COUNTED = {"PRISONER_EXCHANGE", "PRISONER_RELEASE"}
STATUSES = "occurred planned proposed negated".split()
GROUPS = set(
    (
        "HAMAS PIJ HEZBOLLAH HOUTHI ISIS QAEDA TALIBAN PKK SDF RSF WAGNER FATAH POLISARIO IRAQ_PMF "
        "UN EU NATO ARAB_LEAGUE AU GCC OIC ICRC IAEA ICC ICJ IMF WORLD_BANK OPEC BRICS SCO G7 G20 OSCE WHO"
    ).split()
)
COUNTRIES = set(
    (
        "ABW AFG AGO AIA ALA ALB AND ARE ARG ARM ASM ATA ATF ATG AUS AUT AZE BDI BEL BEN BES BFA BGD BGR BHR BHS BIH "
        "BLM BLR BLZ BMU BOL BRA BRB BRN BTN BVT BWA CAF CAN CCK CHE CHL CHN CIV CMR COD COG COK COL COM CPV CRI CUB "
        "CUW CXR CYM CYP CZE DEU DJI DMA DNK DOM DZA ECU EGY ERI ESH ESP EST ETH FIN FJI FLK FRA FRO FSM GAB GBR GEO "
        "GGY GHA GIB GIN GLP GMB GNB GNQ GRC GRD GRL GTM GUF GUM GUY HKG HMD HND HRV HTI HUN IDN IMN IND IOT IRL IRN "
        "IRQ ISL ISR ITA JAM JEY JOR JPN KAZ KEN KGZ KHM KIR KNA KOR KWT LAO LBN LBR LBY LCA LIE LKA LSO LTU LUX LVA "
        "MAC MAF MAR MCO MDA MDG MDV MEX MHL MKD MLI MLT MMR MNE MNG MNP MOZ MRT MSR MTQ MUS MWI MYS MYT NAM NCL NER "
        "NFK NGA NIC NIU NLD NOR NPL NRU NZL OMN PAK PAN PCN PER PHL PLW PNG POL PRI PRK PRT PRY PSE PYF QAT REU ROU "
        "RUS RWA SAU SDN SEN SGP SGS SHN SJM SLB SLE SLV SMR SOM SPM SRB SSD STP SUR SVK SVN SWE SWZ SXM SYC SYR TCA "
        "TCD TGO THA TJK TKL TKM TLS TON TTO TUN TUR TUV TWN TZA UGA UKR UMI URY USA UZB VAT VCT VEN VGB VIR VNM VUT "
        "WLF WSM XKX YEM ZAF ZMB ZWE"
    ).split()
)
WEEKDAYS = {"اثنين": 0, "إثنين": 0, "ثلاثاء": 1, "أربعاء": 2, "خميس": 3, "جمعة": 4, "سبت": 5, "أحد": 6}
WEEKDAY = re.compile("(?<![ء-ي])(?:ال|وال|بال|لل)(اثنين|إثنين|ثلاثاء|أربعاء|خميس|جمعة|سبت|أحد)(?![ء-ي])")
LABEL = re.compile(
    r"^([>~]) ([A-Z_]+) ([a-z]+)(?: (h))?(?: src=([A-Z0-9_,]+))?(?: tgt=([A-Z0-9_,]+))?(?: med=([A-Z0-9_,]+))?"
    r"(?: n=([0-9]+))?(?: d=([0-9-]+))? t=(.+)$"
)


def parse_date(text):
    """Returns the date, or None for a year or year-month; raises ValueError for anything else."""
    if re.fullmatch(r"\d{4}", text):
        return None
    if re.fullmatch(r"\d{4}-\d{2}", text):
        datetime.date.fromisoformat(text + "-01")
        return None
    return datetime.date.fromisoformat(text)


class Checker:
    def __init__(self):
        self.faults = []
        self.warnings = []
        self.ids = set()
        self.counts = collections.Counter()
        self.per_sentence = collections.Counter()
        self.sentences = 0

    def file(self, path):
        sentence = None
        labels = []
        published = None
        expect_headline = False
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            at = f"{path.name}:{number}"
            if not line.strip():
                continue
            if line != line.strip():
                self.faults.append(f"{at}: space at the start or end of the line")
            if line.startswith("= "):
                self.close(sentence, labels, published, at)
                sentence, labels = None, []
                published = self.article(line, at)
                expect_headline = True
            elif line[0] in ">~":
                if sentence is None:
                    self.faults.append(f"{at}: a label with no sentence above it")
                    continue
                self.label(line, sentence, labels, published, at)
            else:
                if sentence is None and not expect_headline:
                    self.faults.append(f"{at}: a sentence outside an article")
                self.close(sentence, labels, published, at)
                sentence, labels, expect_headline = line, [], False
        self.close(sentence, labels, published, path.name)

    def article(self, line, at):
        match = re.fullmatch(r"= (\S+) (\d{4}-\d{2}-\d{2})", line)
        if not match:
            self.faults.append(f"{at}: cannot read the article line, got {line!r}")
            return None
        if match[1] in self.ids:
            self.faults.append(f"{at}: article id used twice: {match[1]}")
        self.ids.add(match[1])
        try:
            return datetime.date.fromisoformat(match[2])
        except ValueError:
            self.faults.append(f"{at}: no such date: {match[2]}")
            return None

    def label(self, line, sentence, labels, published, at):
        match = LABEL.match(line)
        if not match:
            self.faults.append(f"{at}: cannot read the label, got {line!r}")
            return
        mark, kind, status, historical, source, target, mediators, persons, date, trigger = match.groups()
        if kind not in TYPES:
            self.faults.append(f"{at}: unknown type {kind}")
        if status not in STATUSES:
            self.faults.append(f"{at}: unknown status {status}")
        for code in ",".join(filter(None, (source, target, mediators))).split(","):
            if code and code not in COUNTRIES and code not in GROUPS:
                self.faults.append(f"{at}: unknown code {code}")
        if kind in TWO_SIDED and target:
            self.faults.append(f"{at}: {kind} is two-sided, all parties belong in src")
        if persons and kind not in COUNTED:
            self.faults.append(f"{at}: n= belongs only to exchanges and releases")
        if trigger not in sentence:
            self.faults.append(f"{at}: trigger not in the sentence: {trigger}")
        day = None
        if date:
            try:
                day = parse_date(date)
            except ValueError:
                self.faults.append(f"{at}: cannot read the date {date}")
            if published:
                self.history(historical, status, date, day, published, at)
        key = (kind, status, source, target, persons, date, trigger)
        if key in [entry[0] for entry in labels]:
            self.faults.append(f"{at}: the same label twice")
        labels.append((key, day))
        if mark == ">":
            self.counts[(kind, status)] += 1
        if historical:
            self.counts[("historical", "")] += 1

    def history(self, historical, status, date, day, published, at):
        if day:
            old = (published - day).days > 30
            if bool(historical) != old:
                self.warnings.append(f"{at}: h does not fit the date {date}, published {published}")
        elif len(date) == 4 and int(date) < published.year - 1 and not historical:
            self.warnings.append(f"{at}: no h for {date}, published {published}")

    def close(self, sentence, labels, published, at):
        if sentence is None:
            return
        self.sentences += 1
        self.per_sentence[min(len(labels), 3)] += 1
        named = {WEEKDAYS[name] for name in WEEKDAY.findall(sentence)}
        days = {day.weekday() for _, day in labels if day}
        if named and days and not named & days:
            self.warnings.append(f"{at} (line above): weekday named {sorted(named)}, dates {sorted(days)} (Monday is 0)")

    def report(self):
        print(f"{len(self.ids)} articles, {self.sentences} sentences; sentences with 0, 1, 2, 3+ labels:",
              *[self.per_sentence[count] for count in range(4)])
        print(f"{'type':18}" + "".join(f"{status:>10}" for status in STATUSES) + f"{'all':>8}")
        for kind in TYPES:
            row = [self.counts[(kind, status)] for status in STATUSES]
            print(f"{kind:18}" + "".join(f"{count:10}" for count in row) + f"{sum(row):8}")
        print(f"historical: {self.counts[('historical', '')]}")


def main():
    here = pathlib.Path(__file__).parent
    paths = [pathlib.Path(name) for name in sys.argv[1:]] or sorted((here / "articles").glob("*.txt"))
    checker = Checker()
    for path in paths:
        checker.file(path)
    checker.report()
    for warning in checker.warnings:
        print("warning:", warning)
    for fault in checker.faults:
        print("fault:", fault)
    sys.exit(1 if checker.faults else 0)


if __name__ == "__main__":
    main()
