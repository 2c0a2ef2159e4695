"""The council folder: a council in and out as plain files, read and validated in one place."""
