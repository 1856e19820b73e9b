"""The whole game in a terminal: plain lines that a screen reader can read, from the keyboard, a pipe or a script."""
