"""Programs that run alone and are measured: preparing the peers' data, the floors, reading, setting a book."""
