"""From chosen records to text in memory: pages, printed catalogues, tables and what all of them share."""
