"""How many, of what, and what befell it; `find.py` is the way in.

Nothing is imported here: planning asks for single parts, and waits for no others.
"""
