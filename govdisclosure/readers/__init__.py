"""From a source to grids and lines. Readers know no table's meaning."""
