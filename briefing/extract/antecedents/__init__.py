"""Whom a pronoun or a description stands for; `find.py` is the way in.

Nothing is imported here: planning asks for single parts, and waits for no others.
"""
