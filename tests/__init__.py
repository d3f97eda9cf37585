"""The promises of the program, each a test; sorted by stage, flat."""
