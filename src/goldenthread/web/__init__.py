"""The web door: pages for staff and members, rendered on the server; views ask rooms and never touch a model."""
