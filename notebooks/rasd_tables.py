"""Opens the published tables of a warehouse in DuckDB, for the notebooks beside this file."""

import os
from pathlib import Path

import duckdb


def open_warehouse(place=None):
    """A connection with every published table as a view by its name.

    place: folder of the tables; else the environment's RASD_WAREHOUSE; else ../warehouse, where `jobs/rasd demo` puts them.
    """
    folder = Path(place or os.environ.get("RASD_WAREHOUSE") or Path(__file__).resolve().parent.parent / "warehouse")
    views = folder / "views" / "duckdb.sql"
    if not views.exists():
        raise FileNotFoundError(
            f"Cannot open the tables: {folder}, got no views/duckdb.sql; run jobs/rasd demo or set RASD_WAREHOUSE")
    connection = duckdb.connect()
    connection.execute(views.read_text(encoding="utf-8"))
    return connection


def rtl(frame, *columns):
    """The frame as a table whose Arabic `columns` run from right to left; text is escaped."""
    return (frame.style
            .format(escape="html", na_rep="")
            .set_properties(subset=list(columns), **{"direction": "rtl", "text-align": "right", "max-width": "40em"})
            .hide(axis="index"))
