"""Computer players and the forecast: whatever looks ahead does so from a view, never from the state."""
