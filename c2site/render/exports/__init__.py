"""Records as data for other programs: a market's catalogue, an organisation's card, the events' calendar.

Every medium of a catalogue holds the same edition and the same entries.
"""

from c2site.render.exports.calendar import calendar
from c2site.render.exports.card import card
from c2site.render.exports.csv import csv_file
from c2site.render.exports.figures import figures_file
from c2site.render.exports.json import json_file
from c2site.render.exports.table import Table, table

__all__ = ["Table", "calendar", "card", "csv_file", "figures_file", "json_file", "table"]
