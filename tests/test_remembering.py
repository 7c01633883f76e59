"""What functions of texts keep, and what they look at anew."""

from govdisclosure.remembering import LONGEST, remembered


def test_short_texts_are_answered_once_and_long_ones_each_time():
    asked = []

    @remembered
    def answer(text):
        """Say it."""
        asked.append(text)
        return object()

    short, long = "总" * LONGEST, "总" * (LONGEST + 1)
    assert answer(short) is answer(short)
    assert answer(long) is not answer(long)
    assert asked == [short, long, long]
    assert answer.__doc__ == "Say it."
