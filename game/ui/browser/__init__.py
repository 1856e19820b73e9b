"""The browser: which scenarios there are, what each is about, and how one's own come in."""
