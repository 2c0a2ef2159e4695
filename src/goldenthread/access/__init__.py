"""Access: who is who, with what they sign in, and who may what."""
