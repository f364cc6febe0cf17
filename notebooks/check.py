"""Runs every notebook of this folder from top to bottom and draws its charts to pictures.

usage: check.py WAREHOUSE [PICTURES]

Fails where a cell fails, where a notebook is stored with outputs, or where a chart draws nothing. Nothing is written back.
"""

import base64
import os
import sys
from pathlib import Path

import nbformat
from nbclient import NotebookClient

HERE = Path(__file__).resolve().parent


def run(path, pictures):
    book = nbformat.read(path, as_version=4)
    stored = [cell["id"] for cell in book.cells if cell.cell_type == "code" and (cell.outputs or cell.execution_count)]
    if stored:
        raise SystemExit(f"{path.name}: cells {stored} are stored with outputs; clear them before committing")
    book.cells.insert(0, nbformat.v4.new_code_cell("import altair; altair.renderers.enable('png')"))
    NotebookClient(book, timeout=300, resources={"metadata": {"path": str(HERE)}}).execute()
    drawn = 0
    for cell in book.cells:
        for output in cell.get("outputs", []):
            png = output.get("data", {}).get("image/png")
            if png:
                drawn += 1
                data = base64.b64decode(png)
                if len(data) < 4000:
                    raise SystemExit(f"{path.name}: chart {drawn} is empty")
                (pictures / f"{path.stem}-{drawn}.png").write_bytes(data)
    if not drawn:
        raise SystemExit(f"{path.name}: no chart was drawn")
    print(f"{path.name}: {drawn} charts")


def main():
    if len(sys.argv) < 2:
        raise SystemExit(__doc__)
    os.environ["RASD_WAREHOUSE"] = str(Path(sys.argv[1]).resolve())
    pictures = Path(sys.argv[2] if len(sys.argv) > 2 else HERE.parent / "target" / "notebooks")
    pictures.mkdir(parents=True, exist_ok=True)
    for path in sorted(HERE.glob("*.ipynb")):
        run(path, pictures)


if __name__ == "__main__":
    main()
