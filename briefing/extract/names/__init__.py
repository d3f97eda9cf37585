"""The bearers of names, each under its fullest form; `find.py` is the way in.

Nothing is imported here: planning asks for single parts, and waits for no others.
"""
