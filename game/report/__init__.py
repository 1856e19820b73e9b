"""What a finished game says: its outcome in the order of the rules, and the debrief. Data only, for any screen."""
