"""Forms that an answer may be asked for besides being right; one file each, ``form.py`` lists them."""
