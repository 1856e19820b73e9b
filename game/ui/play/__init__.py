"""Playing a turn in the window: planning, answers, offers, the brink, and the way from screen to screen."""
