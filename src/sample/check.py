#!/usr/bin/env python3
"""Check the sample archive against its truth files.

usage: check.py [--write]

Reads archive/ and truth/ beside this file and says everything that does not agree: records that are not accounted
for, broken lines that are not declared, dates, encodings, labels whose trigger is not in its sentence, events without
an article. With --write it derives exchanges_monthly.tsv and agreements_monthly.tsv from events.jsonl again;
without, it compares. Needs Python 3.9 and nothing else. Exit status: 0 all agrees, 1 something does not.
"""
import collections
import csv
import gzip
import json
import pathlib
import re
import sys

HERE = pathlib.Path(__file__).resolve().parent
ARCHIVE, TRUTH = HERE / "archive", HERE / "truth"
TYPES = (
    "PRISONER_EXCHANGE PRISONER_RELEASE CEASEFIRE AGREEMENT CONSULT AID COOPERATE SUPPORT CONCEDE RETREAT REQUEST "
    "ACCUSE REJECT THREATEN PROTEST SANCTION MOBILIZE COERCE ASSAULT"
).split()
MISSION, TWO_SIDED = TYPES[:4], ("PRISONER_EXCHANGE", "CEASEFIRE", "AGREEMENT", "CONSULT", "COOPERATE")
STATUSES = ("occurred", "planned", "proposed", "negated")
ORGANISATIONS = set(
    "HAMAS PIJ HEZBOLLAH HOUTHI ISIS QAEDA TALIBAN PKK SDF RSF WAGNER FATAH POLISARIO IRAQ_PMF UN EU NATO ARAB_LEAGUE "
    "AU GCC OIC ICRC IAEA ICC ICJ IMF WORLD_BANK OPEC BRICS SCO G7 G20 OSCE WHO".split()
)
TOPICS = (None, "defence", "energy", "trade", "security", "grain", "border", "prisoners", "nuclear", "health", "other")
DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
problems = []


def say(where, what):
    problems.append(f"{where}: {what}")


def sentences(text):
    return [s.strip() for s in re.split(r"(?<=[.؟!])|\n", text) if s and s.strip()]


def read_rows(name):
    with open(TRUTH / name, encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, delimiter="\t"))


def read_lines(name):
    return [json.loads(line) for line in (TRUTH / name).read_text("utf-8").splitlines()]


def fields_of(path, raw):
    """The fields url, title, body, published of one record, or None where it has none that can be read."""
    name = path.as_posix()
    if ".jsonl" in name:
        try:
            record = json.loads(raw.decode("utf-8-sig"))
        except ValueError:
            return None
        if name.startswith("wire/"):
            names = dict(url="link", title="headline", body="text", published="date")
            return {ours: record.get(theirs) for ours, theirs in names.items()}
        return record
    if name.startswith("text/"):
        for encoding in ("utf-8-sig", "windows-1256"):
            try:
                title, _, body = raw.decode(encoding).partition("\n")
                return dict(url=None, title=title.strip(), body=body, published=DAY.search(path.name).group())
            except UnicodeDecodeError:
                continue
        return None
    text = raw.decode("utf-8")

    def tag(tag_name):
        found = re.search(f"<{tag_name}>(.*?)</{tag_name}>", text, re.S)
        return found.group(1).strip() if found else ""

    day = "-".join(reversed(tag("TIME").split("/")))
    return dict(url=tag("URL"), title=tag("TITLE"), body=tag("TEXT"), published=day)


def records():
    """(file, number in the file, raw bytes), in the order of the archive."""
    for path in sorted(p for p in ARCHIVE.rglob("*") if p.is_file()):
        name = path.relative_to(ARCHIVE)
        data = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
        parts = [p for p in data.split(b"\n") if p] if ".jsonl" in path.name else [data]
        for number, raw in enumerate(parts, 1):
            yield name, number, raw


def check_record(row, where, fields):
    if row["outcome"] not in ("article", "duplicate", "rejected"):
        say(where, f"outcome {row['outcome']}")
    if (row["outcome"] == "article") == bool(row["reason"]):
        say(where, "a reason goes with duplicates and rejected records only")
    if row["outcome"] == "rejected":
        return
    if fields is None or not all(fields.get(k) for k in ("title", "body", "published")):
        say(where, "declared readable, but a field is missing")
        return
    if str(fields["published"])[:10] != row["published_on"]:
        say(where, f"published {fields['published']}, truth has {row['published_on']}")
    if (fields.get("url") or "") != row["url"]:
        say(where, f"url {fields.get('url')}, truth has {row['url']}")


def check_records():
    """Articles by what events.jsonl and mentions.jsonl call them: the URL, else the file."""
    truth = {(row["file"], int(row["record"])): row for row in read_rows("records.tsv")}
    articles, seen = {}, set()
    for name, number, raw in records():
        key, where = (name.as_posix(), number), f"{name.as_posix()}:{number}"
        seen.add(key)
        if key not in truth:
            say(where, "not in records.tsv")
            continue
        fields = fields_of(name, raw)
        check_record(truth[key], where, fields)
        if truth[key]["outcome"] == "article" and fields:
            articles[fields.get("url") or key[0]] = fields
    for file, number in sorted(set(truth) - seen):
        say(f"{file}:{number}", "in records.tsv, not in the archive")
    return articles, list(truth.values())


def check_codes(where, codes):
    for code in codes:
        if not re.fullmatch("[A-Z]{3}", code) and code not in ORGANISATIONS:
            say(where, f"code {code}")


def check_events(events, articles):
    if len({e["key"] for e in events}) != len(events):
        say("events.jsonl", "a key stands twice")
    for event in events:
        where = f"events.jsonl {event['key']}"
        if event["type"] not in MISSION or event["status"] not in STATUSES or event["topic"] not in TOPICS:
            say(where, "type, status or topic")
        if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", event["date"]):
            say(where, f"date {event['date']}")
        if event["parties"] != sorted(event["parties"]):
            say(where, "parties are not sorted")
        check_codes(where, event["parties"] + event["mediators"])
        if not event["articles"]:
            say(where, "no article reports it")
        for url in event["articles"]:
            if url not in articles:
                say(where, f"article {url} is not in the archive")


def check_label(where, event, sentence):
    if event["type"] not in TYPES or event["status"] not in STATUSES:
        say(where, "type or status")
    if not event["trigger"] or event["trigger"] not in sentence:
        say(where, f"trigger {event['trigger']} is not in sentence {event['s']}")
    if event["type"] in TWO_SIDED and event["target"]:
        say(where, "a two-sided type has no target")
    check_codes(where, event["source"] + event["target"] + event["mediators"])
    if event["persons"] is not None and event["type"] not in MISSION[:2]:
        say(where, "persons on a type that has none")
    if event["date"] and not re.fullmatch(r"\d{4}(-\d{2}){0,2}", event["date"]):
        say(where, f"date {event['date']}")


def check_mentions(labelled, articles):
    for article in labelled:
        where = f"mentions.jsonl {article['url']}"
        fields = articles.get(article["url"])
        if not fields:
            say(where, "is not in the archive")
            continue
        if [fields["title"]] + sentences(fields["body"]) != article["sentences"]:
            say(where, "sentences are not those of the archive")
        if article["published"] != str(fields["published"])[:10]:
            say(where, "published on another day")
        for event in article["events"]:
            check_label(where, event, article["sentences"][event["s"]])


def exchanges(events):
    counts = collections.defaultdict(collections.Counter)
    for event in events:
        if event["type"] == "PRISONER_EXCHANGE":
            side_a, side_b = (event["parties"] + [""])[:2]
            cell = counts[(event["date"][:7], side_a, side_b)]
            cell[event["status"]] += 1
            cell["persons"] += event["persons"] or 0 if event["status"] == "occurred" else 0
    head = "month side_a side_b occurred planned proposed negated persons_exchanged"
    return table(head, counts, STATUSES + ("persons",))


def agreements(events):
    counts = collections.defaultdict(collections.Counter)
    for event in events:
        if event["type"] == "AGREEMENT":
            for country in (p for p in event["parties"] if p not in ORGANISATIONS):
                counts[(country, event["date"][:7])][event["status"]] += 1
    return table("country month signed planned proposed broken", counts, STATUSES)


def table(head, counts, columns):
    lines = ["\t".join(head.split())]
    for key in sorted(counts):
        lines.append("\t".join([*key, *(str(counts[key][c]) for c in columns)]))
    return "\n".join(lines) + "\n"


def check_derived(name, text):
    path = TRUTH / name
    if "--write" in sys.argv:
        path.write_text(text, "utf-8")
    elif not path.exists() or path.read_text("utf-8") != text:
        say(name, "does not follow from events.jsonl; run check.py --write")


def summary(rows, labelled, events):
    def count(values):
        return ", ".join(f"{k} {n}" for k, n in sorted(collections.Counter(values).items()))

    kept = [row for row in rows if row["outcome"] == "article"]
    print(f"{len(rows)} records: {count(' '.join((r['outcome'], r['reason'])).strip() for r in rows)}")
    print(f"articles by source: {count(r['source'] for r in kept)}")
    print(f"articles by year: {count(r['published_on'][:4] for r in kept)}")
    print(f"{len(events)} events: {count(e['type'] for e in events)}")
    mentions = [event for article in labelled for event in article["events"]]
    print(f"{len(labelled)} labelled articles, {len(mentions)} labels: {count(m['type'] for m in mentions)}")
    for missing in sorted(set(TYPES) - {m["type"] for m in mentions}):
        say("mentions.jsonl", f"no label of type {missing}")


def main():
    articles, rows = check_records()
    events, labelled = read_lines("events.jsonl"), read_lines("mentions.jsonl")
    check_events(events, articles)
    check_mentions(labelled, articles)
    check_derived("exchanges_monthly.tsv", exchanges(events))
    check_derived("agreements_monthly.tsv", agreements(events))
    summary(rows, labelled, events)
    for problem in problems:
        print(problem, file=sys.stderr)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
