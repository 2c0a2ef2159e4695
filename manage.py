#!/usr/bin/env python
"""Django's own commands, for whoever maintains goldenthread."""

import os
import sys

from django.core.management import execute_from_command_line

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "goldenthread.config.web")
    execute_from_command_line(sys.argv)
