"""Records as data for other programs: a market's catalogue, an organisation's card, the events' calendar.

Every medium of a catalogue holds the same edition and the same entries.
"""

from c2site.render.exports.calendar import calendar
from c2site.render.exports.card import card
from c2site.render.exports.csv import csv_file
from c2site.render.exports.dcat import Distribution, dcat
from c2site.render.exports.een import een_file, een_needs
from c2site.render.exports.graph import graph_file
from c2site.render.exports.json import json_file
from c2site.render.exports.table import Table, table
from c2site.render.exports.ubl import ubl_file

__all__ = ["Distribution", "Table", "calendar", "card", "csv_file", "dcat", "een_file", "een_needs", "graph_file", "json_file", "table", "ubl_file"]
