"""What we know: files and URLs become Documents. Knows nothing of search."""
