"""What a class hands in, from wherever it comes: files and folders, lines of JSON, tables, archives, exports of Gradescope."""
