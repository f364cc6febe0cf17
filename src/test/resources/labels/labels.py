#!/usr/bin/env python3
"""Check the label files beside this script, or rebuild a scorer's gold file from one of them.

usage: labels.py [--data DIR] check
       labels.py [--data DIR] gold NAME OUT.jsonl

The label files hold offsets and no text; the articles lie in public archives that are not part of the project.

check: everything that can be said without the archives (fields, codes, dates, offsets in order and inside one another);
       and, where DIR (default: ../shared/data beside the project) holds an archive, that each record still has the
       checksum that was labelled, that every span lies inside its text and holds words.
gold:  NAME.jsonl with its text, one article a line: id, url, published, sentences, events with the trigger's words.
       OUT must lie outside the project: the text is the publishers'.

Reads each archive once (about 10 s for all three). Needs Python 3.9 and nothing else. Exit status: 0 all right, 1 not.
"""
import argparse
import collections
import datetime
import gzip
import hashlib
import json
import pathlib
import re
import sys
import tarfile

HERE = pathlib.Path(__file__).resolve().parent
PROJECT = HERE.parents[3]
DATA = PROJECT.parent / "shared" / "data"
TYPES = (
    "PRISONER_EXCHANGE PRISONER_RELEASE CEASEFIRE AGREEMENT CONSULT AID COOPERATE SUPPORT CONCEDE RETREAT REQUEST "
    "ACCUSE REJECT THREATEN PROTEST SANCTION MOBILIZE COERCE ASSAULT"
).split()
TWO_SIDED = ("PRISONER_EXCHANGE", "CEASEFIRE", "AGREEMENT", "CONSULT", "COOPERATE")
WITH_PERSONS = ("PRISONER_EXCHANGE", "PRISONER_RELEASE")
STATUSES = ("occurred", "planned", "proposed", "negated")
GROUPS = set(
    "HAMAS PIJ HEZBOLLAH HOUTHI ISIS QAEDA TALIBAN PKK SDF RSF WAGNER FATAH POLISARIO IRAQ_PMF UN EU NATO ARAB_LEAGUE "
    "AU GCC OIC ICRC IAEA ICC ICJ IMF WORLD_BANK OPEC BRICS SCO G7 G20 OSCE WHO".split()
)
ARTICLE_FIELDS = {"corpus", "record", "sha256", "published", "sentences", "events"}
EVENT_FIELDS = {
    "s", "type", "status", "historical", "source", "target", "mediators", "persons", "date", "trigger", "optional"
}
DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")
Article = collections.namedtuple("Article", "url title body")


class Text:
    """A string addressed in UTF-16 units, as Java and the label files do."""

    def __init__(self, text):
        self.units = text.encode("utf-16-le")

    def __len__(self):
        return len(self.units) // 2

    def cut(self, span):
        return self.units[2 * span[0] : 2 * span[1]].decode("utf-16-le")


def lines_of(path, title, body):
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            record = json.loads(line)
            yield number, Article(record["url"], record.get(title) or "", record.get(body) or "")


def members_of(path):
    with tarfile.open(path) as archive:
        for member in archive:
            if member.isfile():
                text = archive.extractfile(member).read().decode("utf-8")
                tags = {
                    tag: (re.search(f"<{tag}>(.*?)</{tag}>", text, re.S) or [None, ""])[1].strip()
                    for tag in ("URL", "TITLE", "TEXT")
                }
                yield member.name, Article(tags["URL"], tags["TITLE"], tags["TEXT"])


CORPORA = {
    "almayadeen-2023-2024": lambda d: lines_of(d / "news/almayadeen-2023-2024.jsonl.gz", "title", "body"),
    "saudinewsnet-2015": lambda d: lines_of(d / "news/saudinewsnet-2015.jsonl.gz", "title", "content"),
    "antcorpus-2015-2017": lambda d: members_of(d / "news/antcorpus-2015-2017.tar.gz"),
}


def labelled(path):
    with open(path, encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def texts_of(articles, data):
    """The archived articles by (corpus, record), as far as the archives are there."""
    wanted, found = {(a["corpus"], a["record"]) for a in articles}, {}
    for corpus in sorted({c for c, _ in wanted}):
        try:
            for record, article in CORPORA[corpus](data):
                if (corpus, record) in wanted:
                    found[corpus, record] = article
        except FileNotFoundError as absent:
            print(f"skipped: the texts of {corpus}, no such file: {absent.filename}")
            wanted = {w for w in wanted if w[0] != corpus}
    return wanted, found


def is_actor(code):
    return code in GROUPS or re.fullmatch("[A-Z]{3}", code) is not None


def is_date(text):
    if not DATE.fullmatch(text):
        return False
    try:
        datetime.date.fromisoformat((text + "-01-01")[:10])
        return True
    except ValueError:
        return False


def inside(span, low, high):
    return len(span) == 2 and low <= span[0] < span[1] <= high


def faults_of_event(event, sentences):
    if not set(event) <= EVENT_FIELDS or not EVENT_FIELDS - set(event) <= {"optional"}:
        yield f"fields {sorted(set(event) ^ EVENT_FIELDS)}"
        return
    if event["type"] not in TYPES or event["status"] not in STATUSES:
        yield f"type or status {event['type']} {event['status']}"
    if not isinstance(event["historical"], bool) or event.get("optional", True) is not True:
        yield "historical is true or false, optional is true or absent"
    for code in event["source"] + event["target"] + event["mediators"]:
        if not is_actor(code):
            yield f"actor code {code}"
    if event["type"] in TWO_SIDED and event["target"]:
        yield "a two-sided type has its parties in source"
    if event["persons"] is not None and event["type"] not in WITH_PERSONS:
        yield "persons is for exchanges and releases"
    if event["date"] is not None and not is_date(event["date"]):
        yield f"date {event['date']}"
    if not 0 <= event["s"] < len(sentences):
        yield f"no sentence {event['s']}"
    elif not inside(event["trigger"], *sentences[event["s"]]):
        yield f"trigger {event['trigger']} outside its sentence {sentences[event['s']]}"


def faults_of_article(article):
    if set(article) != ARTICLE_FIELDS:
        yield f"fields {sorted(set(article) ^ ARTICLE_FIELDS)}"
        return
    if article["corpus"] not in CORPORA:
        yield f"corpus {article['corpus']}"
    if not is_date(article["published"]) or len(article["published"]) != 10:
        yield f"published {article['published']}"
    end = 0
    for span in article["sentences"][1:]:
        if not inside(span, end, sys.maxsize):
            yield f"sentence {span} is empty or begins before {end}, where the one before it ends"
        end = span[1]
    seen = set()
    for event in article["events"]:
        for fault in faults_of_event(event, article["sentences"]):
            yield f"event of sentence {event.get('s')}: {fault}"
        key = json.dumps({k: v for k, v in event.items() if k not in ("trigger", "optional")}, sort_keys=True)
        if key in seen:
            yield f"event of sentence {event['s']} stands twice: {event['type']} {event['status']}"
        seen.add(key)


def is_unchanged(article, text):
    return hashlib.sha256(f"{text.title}\n{text.body}".encode()).hexdigest() == article["sha256"]


def faults_against(article, text):
    if not is_unchanged(article, text):
        yield "the archived text is not the labelled one"
        return
    title, body = Text(text.title), Text(text.body)
    if article["sentences"][0] != [0, len(title)] or any(span[1] > len(body) for span in article["sentences"][1:]):
        yield "sentences reach beyond the text"
    spans = [(body, span) for span in article["sentences"][1:]]
    spans += [(title if e["s"] == 0 else body, e["trigger"]) for e in article["events"]]
    for whole, span in spans:
        cut = whole.cut(span)
        if cut != cut.strip() or not any(c.isalnum() for c in cut):
            yield f"span {span} begins or ends in white space, or holds no letter"


def check(data):
    faults = []
    for path in sorted(HERE.glob("*.jsonl")):
        articles = labelled(path)
        counts = collections.Counter(e["type"] for a in articles for e in a["events"])
        wanted, texts = texts_of(articles, data)
        for number, article in enumerate(articles, 1):
            key = article["corpus"], article["record"]
            faults += [f"{path.name}:{number}: {fault}" for fault in faults_of_article(article)]
            if key in texts:
                faults += [f"{path.name}:{number}: {fault}" for fault in faults_against(article, texts[key])]
            elif key in wanted:
                faults.append(f"{path.name}:{number}: the archive has no record {article['record']}")
        print(f"{path.name}: {len(articles)} articles, {sum(len(a['sentences']) for a in articles)} sentences, "
              f"{sum(counts.values())} events: {', '.join(f'{t} {counts[t]}' for t in TYPES)}")
    print("\n".join(faults) or "no faults")
    return 1 if faults else 0


def gold(name, out, data):
    if PROJECT in out.resolve().parents:
        sys.exit(f"Cannot write the gold file: {out} lies in the project; the text is the publishers', name a path outside")
    articles = labelled(HERE / f"{name}.jsonl")
    _, texts = texts_of(articles, data)
    with open(out, "w", encoding="utf-8") as lines:
        for article in articles:
            text = texts.get((article["corpus"], article["record"]))
            if text is None or not is_unchanged(article, text):
                sys.exit(f"Cannot rebuild {name}: {article['corpus']} {article['record']} is absent or changed in {data}")
            title, body = Text(text.title), Text(text.body)
            spans = article["sentences"]
            sentences = [title.cut(spans[0]).strip()] + [body.cut(span) for span in spans[1:]]
            events = [{**e, "trigger": (title if e["s"] == 0 else body).cut(e["trigger"])} for e in article["events"]]
            row = {"id": f"{article['corpus']}/{article['record']}", "url": text.url, "published": article["published"]}
            lines.write(json.dumps({**row, "sentences": sentences, "events": events}, ensure_ascii=False) + "\n")
    print(f"{out}: {len(articles)} articles")
    return 0


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--data", type=pathlib.Path, default=DATA)
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("check")
    rebuild = commands.add_parser("gold")
    rebuild.add_argument("name")
    rebuild.add_argument("out", type=pathlib.Path)
    args = parser.parse_args()
    return check(args.data) if args.command == "check" else gold(args.name, args.out, args.data)


if __name__ == "__main__":
    sys.exit(main())
