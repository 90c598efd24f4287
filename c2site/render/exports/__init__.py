"""A market's catalogue as data, for buyers' own programs: every medium holds the same edition and the same entries."""

from c2site.render.exports.csv import csv_file
from c2site.render.exports.json import json_file
from c2site.render.exports.table import Table, table

__all__ = ["Table", "csv_file", "json_file", "table"]
