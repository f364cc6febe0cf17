"""Checks the report page in a headless Chromium: what is drawn, what its choices do, what it must never do.

usage: check.py REPORT.html [FOLDER]

Chromium comes from the system (apt-get install chromium, or CHROMIUM=/path), Playwright from requirements.txt. Pictures
for a person to look at go to FOLDER (default: target/page).
"""

import os
import shutil
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

CHARTS = ["exchange-events", "exchange-persons", "agreement-ranking", "coverage", "rejects", "languages", "confidence"]
WIDTHS = {"phone": 375, "desktop": 1280}


def main(page_file, folder):
    browser_file = os.environ.get("CHROMIUM") or shutil.which("chromium")
    if not browser_file:
        sys.exit("Cannot check the page: Chromium, got none; install it or set CHROMIUM")
    folder.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=browser_file, args=["--no-sandbox"])
        for language in ("ar", "en"):
            for width_name, width in WIDTHS.items():
                check(browser, page_file, folder, language, width_name, width)
        browser.close()
    print(f"{page_file}: charts, filters, switch, keyboard and print are good; pictures in {folder}")


def check(browser, page_file, folder, language, width_name, width):
    page = browser.new_page(viewport={"width": width, "height": 900})
    faults = []
    page.on("console", lambda message: faults.append(message.text) if message.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("dialog", lambda dialog: (faults.append("dialog " + dialog.message), dialog.dismiss()))
    page.on("request", lambda r: faults.append("asked for " + r.url) if not r.url.startswith("file:") else None)
    page.goto(page_file.resolve().as_uri() + "?lang=" + language)
    page.screenshot(path=folder / f"{language}-{width_name}.png", full_page=True)
    direction = page.evaluate("[document.documentElement.lang, document.documentElement.dir]")
    expect(direction == [language, "rtl" if language == "ar" else "ltr"], f"language and direction, got {direction}")
    expect(page.evaluate("window.broken") is None, "no script of an article ran")
    links = page.evaluate("[...document.links].map(a => a.protocol)")
    expect(set(links) <= {"http:", "https:", "file:"}, f"links lead to the web or into the page, got {set(links)}")
    drawn(page)
    fits(page, width)
    labelled(page)
    filters(page, folder, width_name, language)
    switch(page, language)
    if width_name == "desktop":
        keyboard(page)
        page.pdf(path=folder / f"{language}-print.pdf")
        page.emulate_media(color_scheme="dark")
        page.screenshot(path=folder / f"{language}-dark.png", full_page=True)
        paper, ink = page.evaluate("[getComputedStyle(document.querySelector('section')), getComputedStyle(document.body)]"
                                   ".map((style, i) => (i ? style.color : style.backgroundColor).match(/\\d+/)[0])")
        expect(int(paper) < 80 < 180 < int(ink), f"light on dark where asked for, got {ink} on {paper}")
        drawn(page)
    expect(not faults, f"no fault in the console, got {faults}")
    page.close()


def expect(holds, what):
    if not holds:
        sys.exit("Cannot pass the page: " + what)


def drawn(page):
    """Each chart has shapes with a size, and its numbers as a table; or says that there is nothing."""
    for chart in CHARTS:
        shapes = page.locator(f"#{chart} svg path").count()
        rows = page.locator(f"#{chart} tbody tr").count()
        empty = page.locator(f"#{chart} .quiet").count()
        expect(empty == 1 or (shapes > 1 and rows > 0), f"chart {chart} drawn, got {shapes} shapes and {rows} rows")
    mapped(page)
    expect(page.locator("[data-label]:empty").count() == 0, "every label has its words")


def mapped(page):
    """The map has the world's countries with a size, colours where agreements are, and says so in words and as a table."""
    if page.locator("#agreement-map .quiet").count() == 1:
        return
    countries = page.locator("#agreement-map .country").count()
    coloured = page.locator("#agreement-map .country[data-country]").count()
    rows = page.locator("#agreement-map tbody tr").count()
    expect(countries > 150 and 0 < coloured <= rows, f"the map drawn, got {countries} countries, {coloured} coloured, {rows} rows")
    box = page.locator("#agreement-map svg").bounding_box()
    expect(box["width"] > 250 and box["height"] > 100, f"the map has a size, got {box}")
    fills = page.evaluate("""['.country[data-country]', '.country.step0'].map(selector =>
        getComputedStyle(document.querySelector('#agreement-map ' + selector)).fill)""")
    expect(fills[0] != fills[1], f"a country with agreements has a colour of its own, got {fills}")
    widest = page.evaluate("""Math.max(...[...document.querySelectorAll('#agreement-map path')].map(p => p.getBBox().width))""")
    expect(widest < 5000, f"no country goes around the world, got one {widest} of 10000 wide")
    said = page.locator("#agreement-map svg").get_attribute("aria-label")
    first = page.locator("#agreement-map tbody th").first.inner_text()
    expect(first in said, f"the map names {first} to a screen reader, got {said}")


def fits(page, width):
    wide = page.evaluate("document.documentElement.scrollWidth")
    expect(wide <= width, f"the page fits {width} pixels, got {wide}")


def labelled(page):
    """What a screen reader needs: headings in order, names for all that can be reached."""
    levels = page.evaluate("[...document.querySelectorAll('h1,h2,h3')].map(h => +h.tagName[1])")
    jumps = [pair for pair in zip(levels, levels[1:]) if pair[1] > pair[0] + 1]
    expect(levels.count(1) == 1 and not jumps, f"headings in order, got {jumps}")
    nameless = page.evaluate("""[...document.querySelectorAll('select,input,button,a,[role=img],[role=region]')].filter(e =>
        !(e.getAttribute('aria-label') || e.textContent.trim() || e.labels?.[0]?.textContent.trim())).length""")
    expect(nameless == 0, f"everything has a name, got {nameless} without")


def filters(page, folder, width_name, language):
    pairs = page.locator("#pair option").count()
    if pairs > 2:
        before = page.locator("#exchange-events").inner_html()
        page.locator("#pair").select_option(index=2)
        expect(page.locator("#exchange-events").inner_html() != before, "another pair of sides changes the chart")
        page.locator("#grain").select_option("year")
        expect(page.locator("#exchange-events tbody tr").count() > 0, "exchanges by year")
    if page.locator("#topic option").count() > 1:
        before = page.locator("#agreement-ranking").inner_html()
        page.locator("#topic").select_option(index=1)
        expect(page.locator("#agreement-ranking").inner_html() != before, "a topic changes the ranking")
        page.locator("#topic").select_option("")
        world = page.locator("#agreement-map svg").get_attribute("viewBox")
        page.locator("#view").select_option("region")
        expect(page.locator("#agreement-map svg").get_attribute("viewBox") != world, "the map shows a part of the world")
        page.locator("#agreement-map").screenshot(path=folder / f"map-{width_name}-{language}.png")
    page.locator("#status").select_option("negated")
    others = page.locator("#events .status:not(.negated)").count()
    expect(others == 0, f"negated events only, got {others} others")
    page.locator("#status").select_option("")
    page.locator("#words").fill("no paper says this")
    expect(page.locator("#events li").count() == 0, "words that nobody wrote find nothing")
    page.locator("#words").fill("")
    if page.locator("#more").is_visible():
        before = page.locator("#events li").count()
        page.locator("#more").click()
        expect(page.locator("#events li").count() > before, "more events")
        expect(page.evaluate("document.activeElement.tagName") == "LI", "the focus goes to the first of them")


def switch(page, language):
    before = page.locator("h1").inner_text()
    page.locator("#language").click()
    expect(page.locator("h1").inner_text() != before, "the switch changes the language")
    expect(page.evaluate("document.documentElement.lang") != language, "the switch changes the page's language")
    drawn(page)
    page.locator("#language").click()


def keyboard(page):
    """The first key leads past the contents; then the switch, the contents, the choices in order."""
    page.reload()
    reached = []
    for _ in range(8):
        page.keyboard.press("Tab")
        reached.append(page.evaluate("document.activeElement.id || document.activeElement.getAttribute('href')"))
    expected = ["#main", "language", "#exchanges", "#agreements", "#latest", "#quality", "pair", "grain"]
    expect(reached == expected, f"keys reach {expected}, got {reached}")


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    main(Path(sys.argv[1]), Path(sys.argv[2] if len(sys.argv) > 2 else "target/page"))
