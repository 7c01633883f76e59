"""From a report to text, one verb a module."""
