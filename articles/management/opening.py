"""Reading a file that a command's user named, with a sentence for each way in which that fails."""

from pathlib import Path

from articles.importers.imported import Unreadable

# Far above what a text may have: only so that an endless file does not fill the memory.
MOST_BYTES = 64 * 1024 * 1024


def opened(file: str) -> bytes:
    """Return the bytes of a file. Raises Unreadable, with a sentence for its user."""
    try:
        with Path(file).open("rb") as stream:
            data = stream.read(MOST_BYTES + 1)
    except FileNotFoundError as error:
        raise Unreadable("There is no such file.") from error
    except IsADirectoryError as error:
        raise Unreadable("This is a folder: name the files in it.") from error
    except PermissionError as error:
        raise Unreadable("You have no permission to read this file.") from error
    except (OSError, ValueError) as error:
        raise Unreadable(f"The file could not be read: {getattr(error, 'strerror', None) or error}.") from error
    if len(data) > MOST_BYTES:
        raise Unreadable(f"The file is larger than {MOST_BYTES // 1024 // 1024} MB. Is it a text?")
    return data
