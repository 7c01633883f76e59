"""Lines of the forms -> the cells in which their numbers stand, or that this is not known."""
