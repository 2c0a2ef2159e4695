"""Reading a council folder: every file and every fault of it."""

from goldenthread.council_folder.reading.folder import Folder, read

__all__ = ["Folder", "read"]
