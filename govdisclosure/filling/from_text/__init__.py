"""Running text of a document -> lines of the forms: labels and numbers in their order."""
