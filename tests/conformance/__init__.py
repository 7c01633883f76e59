"""The conformance suite: reports whose truth is known, printed in every layout met, read and scored cell by cell."""
