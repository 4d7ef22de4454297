"""PDF to items: pages of placed words become lines, columns, rows, headings and paragraphs."""
