"""Pure functions on strings: words, sentences, segments and their roles."""
