"""Many games at once: simulation, balance and calibration."""
