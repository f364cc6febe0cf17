"""Makes the page's map again: countries.json, outlines of countries by their ISO 3166-1 alpha-3 code, ready to be drawn.

usage: npm pack world-atlas@2.0.2 && tar xzf world-atlas-2.0.2.tgz && pip install pycountry==26.2.16
       map.py package src/main/resources/org/rasd/job/report/map/countries.json

world-atlas holds Natural Earth's countries (public domain). Outlines are of scale 1:110m; countries that it leaves out as
too small are a point, from 1:50m. Equal Earth projection, tenths of a unit, 1,000 units around the world; Antarctica is left
out. "shapes" holds SVG paths, those without a code under "-" with a number; "points" holds x and y.
"""

import json
import math
import sys
from pathlib import Path

import pycountry

SCALE = 1000 / 5.4133  # width of the Equal Earth projection in units of the globe's radius
A = (1.340264, -0.081106, 0.000893, 0.003796)


def project(longitude, latitude):
    t = math.asin(math.sqrt(3) / 2 * math.sin(math.radians(latitude)))
    square = t * t
    slope = A[0] + 3 * A[1] * square + square**3 * (7 * A[2] + 9 * A[3] * square)
    x = 2 / math.sqrt(3) * math.radians(longitude) * math.cos(t) / slope
    y = t * (A[0] + A[1] * square + square**3 * (A[2] + A[3] * square))
    return 500 + SCALE * x, 243 - SCALE * y


def arcs(topology):
    """Each arc of a topology as points of longitude and latitude."""
    (scale_x, scale_y), (move_x, move_y) = topology["transform"]["scale"], topology["transform"]["translate"]
    for arc in topology["arcs"]:
        x = y = 0
        points = []
        for step_x, step_y in arc:
            x, y = x + step_x, y + step_y
            points.append((x * scale_x + move_x, y * scale_y + move_y))
        yield points


def rings(topology):
    """Numeric code, name and rings of each country."""
    known = list(arcs(topology))
    for geometry in topology["objects"]["countries"]["geometries"]:
        polygons = geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry["arcs"]]
        parts = []
        for polygon in polygons:
            for ring in polygon:
                points = []
                for index in ring:
                    arc = known[index] if index >= 0 else known[~index][::-1]
                    points += arc[1:] if points else arc
                parts.append(points)
        yield geometry.get("id"), geometry["properties"]["name"], parts


def unrolled(ring):
    """A ring that crosses the antimeridian goes on beyond it, in the east, instead of around the world."""
    points, turn = [], 0
    for i, (longitude, latitude) in enumerate(ring):
        if i and longitude - ring[i - 1][0] > 180:
            turn -= 360
        elif i and longitude - ring[i - 1][0] < -180:
            turn += 360
        points.append((longitude + turn, latitude))
    east = 360 if min(longitude for longitude, _ in points) < -180.5 else 0
    return [(longitude + east, latitude) for longitude, latitude in points]


def code(number, name):
    if name == "Kosovo":
        return "XKX"
    country = pycountry.countries.get(numeric=number) if number else None
    return country.alpha_3 if country else None


def path(parts):
    """An SVG path in steps of tenths from point to point; what falls on one point is left out."""
    text = ""
    for ring in parts:
        points = []
        for longitude, latitude in unrolled(ring):
            x, y = project(longitude, latitude)
            point = (round(x * 10), round(y * 10))
            if not points or point != points[-1]:
                points.append(point)
        if len(points) > 3:
            steps = [(b[0] - a[0], b[1] - a[1]) for a, b in zip(points, points[1:-1])]
            text += f"M{points[0][0]} {points[0][1]}l" + " ".join(f"{x} {y}" for x, y in steps) + "z"
    return text


def middle(parts):
    ring = max(parts, key=len)
    x, y = project(sum(p[0] for p in ring) / len(ring), sum(p[1] for p in ring) / len(ring))
    return [round(x * 10), round(y * 10)]


def main(package, target):
    coarse, fine = (json.loads((package / f"countries-{scale}.json").read_text()) for scale in ("110m", "50m"))
    shapes, points = {}, {}
    for number, name, parts in rings(coarse):
        if name != "Antarctica":
            shapes[code(number, name) or f"-{len(shapes)}"] = path(parts)
    for number, name, parts in rings(fine):
        if (found := code(number, name)) and found not in shapes and found != "ATA":
            points[found] = middle(parts)
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(json.dumps({"shapes": dict(sorted(shapes.items())), "points": dict(sorted(points.items()))},
                                 separators=(",", ":")) + "\n")
    print(len(shapes), "shapes,", len(points), "points,", target.stat().st_size, "bytes")


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(Path(sys.argv[1]), Path(sys.argv[2]))
