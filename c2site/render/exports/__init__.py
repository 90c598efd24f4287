"""Records as data for other programs: a market's catalogue, an organisation's card, the events' calendar.

Every medium of a catalogue holds the same edition and the same entries.
"""

from c2site.render.exports.calendar import calendar, calendar_file, events_of
from c2site.render.exports.card import card
from c2site.render.exports.cards import cards_file
from c2site.render.exports.csv import csv_file
from c2site.render.exports.dcat import dcat
from c2site.render.exports.een import een_file, een_needs
from c2site.render.exports.figures import figures_file
from c2site.render.exports.graph import graph_file
from c2site.render.exports.json import json_file
from c2site.render.exports.table import Table, table
from c2site.render.exports.ubl import ubl_file
from c2site.render.exports.workbook import workbook

__all__ = [
    "Table", "calendar", "calendar_file", "card", "cards_file", "csv_file", "dcat", "een_file", "een_needs", "events_of", "figures_file", "graph_file",
    "json_file", "table", "ubl_file", "workbook",
]  # fmt: skip
