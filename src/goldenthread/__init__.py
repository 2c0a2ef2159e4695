"""goldenthread: council performance management, from returns to a published, explained position."""
