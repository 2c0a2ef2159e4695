"""The web door: pages rendered on the server; views ask rooms and never touch a model."""
