"""What codes are called in files for other programs."""

from c2site.language import Reader


def word_for(reader: Reader, group: str, code: str) -> str:
    """Return the word for a code; a code for which nobody wrote a word stands for itself."""
    key = f"{group}.{code}"
    return reader.phrase(key) if reader.has_phrase(key) else code
