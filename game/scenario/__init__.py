"""What an author writes: scenario files, their models, and loading them with located errors."""
